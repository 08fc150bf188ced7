import { searchedWords } from '../record/fields.ts';
import type { Candidate } from './filters.ts';

const fold = (text: string) => text.normalize('NFKC').toLowerCase();

/** The words of a query: all of them have to be found. */
const wordsOf = (query: string): string[] => fold(query).split(/\s+/).filter(Boolean);

/** All that the search reads of an article and its marks, beside the body. */
function fieldsOf({ saved, marks, tags }: Candidate): string[] {
  const ofMarks = marks.flatMap(({ body, target }) => [
    ...body.map(({ value }) => value),
    ...target.selector.flatMap((one) => (one.type === 'TextQuoteSelector' ? [one.exact] : [])),
  ]);
  return [...searchedWords(saved.article), ...tags, saved.note, ...ofMarks];
}

/**
 * The articles that hold every word of the query in a searched field, a tag, the note, the body or a mark. Exact
 * substrings, as Chinese has no words to split at. `texts` are the bodies by the article's id.
 */
export function searchArticles(
  candidates: Candidate[],
  texts: Map<string, string>,
  query: string,
): Candidate[] {
  const words = wordsOf(query);
  if (words.length === 0) return candidates;
  return candidates.filter((candidate) => {
    const hay = fold([...fieldsOf(candidate), texts.get(candidate.saved.id) ?? ''].join('\n'));
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
