import type { Passage, Task } from '../schema.ts';

/** A measure with its marker (一是), and the words that stand between it and the previous measure, if any. */
export type MeasureRow = { before: string; marker: string; measure: Passage };

/** The longest marker, in UTF-16 units. Longer words between two measures belong to the task. */
const LONGEST_MARKER = 6;

const bare = (words: string): string => words.replace(/^[\s，、；。：,;:]+|[\s，、,]+$/gu, '');

/**
 * Splits a task for display into the words before its first measure, each measure, and the words after the last.
 * Together these parts have all words of the task, without the punctuation between them. Where the task has no
 * measures, `intro` is the whole text.
 */
export function measureRows(task: Task): { intro: string; rows: MeasureRow[]; rest: string } {
  const rows: MeasureRow[] = [];
  let intro = '';
  let at = task.start;
  const words = (from: number, to: number) => task.text.slice(from - task.start, to - task.start);
  for (const measure of task.measures) {
    if (measure.start < at || measure.end > task.end) continue;
    const between = words(at, measure.start);
    // In 溯源和编号。一是沿河步行 (trace and number. First, walk along the river) the marker 一是 begins after the stop.
    const [tail = ''] = /[^。；：;:！？\n]*$/u.exec(between) ?? [];
    const marker = tail.trim().length <= LONGEST_MARKER ? bare(tail) : '';
    const before = marker ? between.slice(0, between.length - tail.length) : between;
    if (rows.length === 0) intro = before.trim();
    rows.push({ before: rows.length ? bare(before) : '', marker, measure });
    at = measure.end;
  }
  if (rows.length === 0) return { intro: task.text, rows, rest: '' };
  return { intro, rows, rest: bare(words(at, task.end)) };
}
