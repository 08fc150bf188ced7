import type { Color } from './schema.ts';

/** A mark by numbers that grow along the text, such as UTF-16 offsets. */
type Span = { start: number; end: number; color: Color };

/** How many ways there are to draw a mark of one colour: plain, then with a line under it, lower and lower. */
export const LEVELS = 3;
/** Marks over each other beyond which the earlier are passed over: nobody could distinguish so many. */
const DEEP = 9;
/** So many marks at most: their indexes and the offsets of any text fit into one number. */
const MOST = 2 ** 20;

/**
 * Chooses how to draw each mark so that it differs from its neighbours: 0, plain, where none is near. Of marks
 * over each other each has a line of its own, at another height; of marks of one colour in a row every second.
 */
export function levelsOf(spans: Span[]): number[] {
  // Sorted as numbers, start and index in one: with a function to compare, this would be most of the painting.
  const order = new Float64Array(spans.length);
  for (let i = 0; i < spans.length; i++) order[i] = spans[i]!.start * MOST + i;
  order.sort();
  const levels: number[] = [];
  /** The marks that reach to where the next begins. */
  const open: number[] = [];
  let reached = 0;
  for (let at = 0; at < order.length; at++) {
    const i = order[at]! % MOST;
    const { start, end, color } = spans[i]!;
    const next = spans[order[at + 1]! % MOST];
    // Bit by bit; plain is taken where anything lies over the mark, before it or after it in this order.
    let taken = start < reached || (next && next.start < end) ? 1 : 0;
    let kept = 0;
    for (let k = 0; k < open.length; k++) {
      const one = spans[open[k]!]!;
      if (one.end < start) continue;
      if (one.end > start || one.color === color) taken |= 1 << levels[open[k]!]!;
      open[kept++] = open[k]!;
    }
    open.length = kept;
    if (kept > DEEP) open.shift();
    let level = 0;
    while (level < LEVELS - 1 && taken & (1 << level)) level++;
    levels[i] = level;
    reached = Math.max(reached, end);
    open.push(i);
  }
  return levels;
}
