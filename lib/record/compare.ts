import { diffArrays } from 'diff';

/** A part of a comparison of two texts. Offsets are UTF-16 units of the old text; for `added`, of the new one. */
export type Part =
  | { kind: 'same' | 'removed'; start: number; end: number }
  | { kind: 'added'; at: number; words: string };

/**
 * Splits a text into words, runs of digits or letters, and single characters. The browser's dictionary separates Chinese
 * words.
 */
function wordsOf(text: string): string[] {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

/** Splits a text into paragraphs with their line breaks, so that they join to the whole. */
const paragraphsOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** The number of edits beyond which words are no longer compared, and the whole text counts as replaced. */
const MOST_EDITS = 4000;

/**
 * Compares two versions of a text: first paragraphs, then the words within changed ones, so that few changes in a long
 * text cost little. The parts are in reading order, and those other than `added` join to the old text.
 */
export function compareTexts(before: string, after: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  let to = 0;
  const add = (kind: 'same' | 'removed' | 'added', words: string) => {
    if (words === '') return;
    const last = parts.at(-1);
    if (kind === 'added') {
      if (last?.kind === 'added') last.words += words;
      else parts.push({ kind, at: to, words });
    } else if (last?.kind === kind) last.end += words.length;
    else parts.push({ kind, start: from, end: from + words.length });
    if (kind !== 'added') from += words.length;
    if (kind !== 'removed') to += words.length;
  };
  const compareWords = (old: string, now: string) => {
    const changes =
      old && now ? diffArrays(wordsOf(old), wordsOf(now), { maxEditLength: MOST_EDITS }) : undefined;
    if (!changes) {
      add('removed', old);
      add('added', now);
      return;
    }
    for (const { added, removed, value } of changes)
      add(added ? 'added' : removed ? 'removed' : 'same', value.join(''));
  };
  let old = '';
  let now = '';
  for (const { added, removed, value } of diffArrays(paragraphsOf(before), paragraphsOf(after))) {
    const words = value.join('');
    if (removed) old += words;
    else if (added) now += words;
    else {
      compareWords(old, now);
      old = now = '';
      add('same', words);
    }
  }
  compareWords(old, now);
  return parts;
}
