import type { Annotation } from '../annotation/schema.ts';
import type { SavedArticle } from '../record/schema.ts';

/** What the list of the collection can be narrowed by. */
export type Filter = { words: string; tag: string | null; markedOnly: boolean };

const fold = (text: string) => text.normalize('NFKC').toLowerCase();

/**
 * The articles that hold every one of the words in headline, source, issuer, number, keywords, tags, note,
 * in the body or in a mark's quote, note or tag. Exact substrings, as Chinese has no words to split at.
 */
export function searchArticles(
  articles: SavedArticle[],
  texts: Map<string, string>,
  annotations: Annotation[],
  filter: Filter,
): SavedArticle[] {
  const words = fold(filter.words).split(/\s+/).filter(Boolean);
  const marks = new Map<string, Annotation[]>();
  for (const annotation of annotations)
    marks.set(annotation.articleId, [...(marks.get(annotation.articleId) ?? []), annotation]);
  return articles.filter((saved) => {
    const own = marks.get(saved.id) ?? [];
    if (filter.markedOnly && own.length === 0) return false;
    const tags = new Set(saved.tags);
    for (const mark of own)
      for (const body of mark.body) if (body.purpose === 'tagging') tags.add(body.value);
    if (filter.tag && !tags.has(filter.tag)) return false;
    if (words.length === 0) return true;
    const { title, source, issuer, documentNumber, keywords } = saved.article;
    const fields = [
      title,
      source,
      issuer,
      documentNumber,
      ...keywords,
      ...tags,
      saved.note,
      texts.get(saved.id),
    ];
    for (const mark of own) {
      for (const body of mark.body) fields.push(body.value);
      for (const selector of mark.target.selector)
        if (selector.type === 'TextQuoteSelector') fields.push(selector.exact);
    }
    const hay = fold(fields.filter(Boolean).join('\n'));
    return words.every((word) => hay.includes(word));
  });
}

/** Shown before and after a word that was found, in UTF-16 units: two lines of a narrow panel. */
const BEFORE = 12;
const AFTER = 40;

/**
 * The first of the words that stands in a text, as it is written there, between what is around it; null where
 * none does. Words in another width than the text's are found by the search and not by this: folding them would
 * move their places.
 */
export function excerptOf(text: string, words: string): [before: string, word: string, after: string] | null {
  const lower = text.toLowerCase();
  // İ and its like change their length: their places would be wrong.
  if (lower.length !== text.length) return null;
  for (const word of words.toLowerCase().split(/\s+/).filter(Boolean)) {
    const at = lower.indexOf(word);
    if (at < 0) continue;
    const end = at + word.length;
    const from = Math.max(0, at - BEFORE);
    const before = text.slice(from, at).split('\n').at(-1)!;
    const cut = before.length === at - from && from > 0 && text[from - 1] !== '\n';
    return [
      `${cut ? '…' : ''}${before}`,
      text.slice(at, end),
      text.slice(end, end + AFTER).split('\n', 1)[0]!,
    ];
  }
  return null;
}
