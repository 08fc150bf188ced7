import type { Annotation } from '../annotation/schema.ts';
import type { SavedArticle } from './schema.ts';

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
