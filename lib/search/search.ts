import { searchedWords } from '../record/fields.ts';
import type { Candidate } from './filters.ts';

const fold = (text: string) => text.normalize('NFKC').toLowerCase();

/** The words of a query, all of which an article must contain. */
const wordsOf = (query: string): string[] => fold(query).split(/\s+/).filter(Boolean);

/** Everything that the search reads of an article and its marks, apart from the body. */
function fieldsOf({ saved, marks, tags }: Candidate): string[] {
  const ofMarks = marks.flatMap(({ body, target }) => [
    ...body.map(({ value }) => value),
    ...target.selector.flatMap((one) => (one.type === 'TextQuoteSelector' ? [one.exact] : [])),
  ]);
  return [...searchedWords(saved.article), ...tags, saved.note, ...ofMarks];
}

/**
 * The articles that contain every word of the query in a searched field, a tag, the note, the body or a mark. Words
 * match as substrings, because Chinese has no spaces to split at. `texts` are the bodies by the article's id.
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

/** The length of context before and after a match, in UTF-16 units: two lines of a narrow panel. */
const BEFORE = 12;
const AFTER = 40;

/**
 * The first match of these words in a text, as written there, with its context; null where there is none. Finds no
 * words whose width differs from the text's, though the search does.
 */
export function excerptOf(text: string, words: string): [before: string, word: string, after: string] | null {
  const lower = text.toLowerCase();
  // Lower-casing İ and some others changes their length, so offsets would be wrong.
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
