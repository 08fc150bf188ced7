import { type ArrayChange, diffArrays } from 'diff';

/** A part of a comparison of two texts. Offsets are UTF-16 units in the old text; for `added`, in the new text. */
export type Part =
  | { kind: 'same' | 'removed'; start: number; end: number }
  | { kind: 'added'; at: number; words: string };

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Splits a text into clauses of at most 200 UTF-16 units, in which words are then looked for. */
const CLAUSES = /[^，。；：、\n]{0,200}[，。；：、\n]?/gu;

/**
 * Splits a text into words, sequences of digits or letters, and single characters. The browser's dictionary separates
 * Chinese words. Works clause by clause, because V8 copies the whole text for each word that it finds.
 */
const wordsOf = (text: string): string[] =>
  (text.match(CLAUSES) ?? []).flatMap((clause) =>
    Array.from(segmenter.segment(clause), (one) => one.segment),
  );

/** Splits a text into paragraphs. Each keeps its line break, so that together they are the whole text. */
const paragraphsOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** The most edits that are looked for. Texts with more edits count as different throughout. */
const MOST_EDITS = 1200;
/**
 * The most work for one comparison, which takes about 0.3 s. Work is a sum of squares, because the time to find edits
 * grows with the square of their number.
 */
const MOST_WORK = 3 * MOST_EDITS ** 2;

/** Compares lists until `MOST_WORK` is used up. From then on, `changes` returns undefined. */
class Comparison {
  private left = MOST_WORK;

  changes(before: string[], after: string[]): ArrayChange<string>[] | undefined {
    const most = Math.min(MOST_EDITS, Math.floor(Math.sqrt(this.left)));
    // The number of edits is at least the difference of the lengths. Where that is too many, no comparison is needed.
    if (Math.abs(before.length - after.length) > most) return undefined;
    const changes = diffArrays(before, after, { maxEditLength: most });
    const edits =
      changes?.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0) ?? most;
    this.left -= edits ** 2;
    return changes;
  }
}

/**
 * Compares two versions of a text: first paragraphs, then the words within changed paragraphs, so that few changes in a
 * long text take little time. A passage that would take too long counts as replaced. The parts are in reading order.
 * All parts except `added` ones together are the old text.
 */
export function compareTexts(before: string, after: string): Part[] {
  const comparison = new Comparison();
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
  /** Compares the words of changed paragraphs: all together, or, if they differ too much, paragraph by paragraph. */
  const compareWords = (old: string[][], now: string[][]) => {
    const [oldWords, nowWords] = [old.flat(), now.flat()];
    const changes = comparison.changes(oldWords, nowWords);
    if (changes)
      for (const { added, removed, value } of changes)
        add(added ? 'added' : removed ? 'removed' : 'same', value.join(''));
    else if (old.length > 1 && old.length === now.length)
      for (const [i, words] of old.entries()) compareWords([words], [now[i]!]);
    else {
      add('removed', oldWords.join(''));
      add('added', nowWords.join(''));
    }
  };
  const compareParagraphs = (old: string[], now: string[]) => {
    if (old.length && now.length) compareWords(old.map(wordsOf), now.map(wordsOf));
    else {
      add('removed', old.join(''));
      add('added', now.join(''));
    }
  };
  let old: string[] = [];
  let now: string[] = [];
  const [oldParagraphs, nowParagraphs] = [paragraphsOf(before), paragraphsOf(after)];
  const changes = comparison.changes(oldParagraphs, nowParagraphs) ?? [
    { added: false, removed: true, count: oldParagraphs.length, value: oldParagraphs },
    { added: true, removed: false, count: nowParagraphs.length, value: nowParagraphs },
  ];
  for (const { added, removed, value } of changes) {
    if (removed) old = old.concat(value);
    else if (added) now = now.concat(value);
    else {
      compareParagraphs(old, now);
      old = [];
      now = [];
      add('same', value.join(''));
    }
  }
  compareParagraphs(old, now);
  return parts;
}
