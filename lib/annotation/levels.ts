import type { Color } from './schema.ts';

/** The start and end of a mark, as numbers that grow along the text, such as UTF-16 offsets. */
type Span = { start: number; end: number; color: Color };

/** How many ways there are to draw marks of one colour: without a line, or with a line at one of two heights. */
export const LEVELS = 3;
/**
 * How many earlier marks that reach a mark are compared with it. Any more are ignored, because nobody could tell so
 * many marks apart.
 */
const DEEP = 9;
/** The most marks that `orderOf` can take, because it packs the index and the offset of a mark into one number. */
const MOST = 2 ** 20;

/** The indexes of the marks in the order of their starts. */
export function orderOf(spans: Pick<Span, 'start'>[]): number[] {
  // Offset and index are packed into one number, because sorting with a function would take most of the painting time.
  const packed = new Float64Array(spans.length);
  for (let i = 0; i < spans.length; i++) packed[i] = spans[i]!.start * MOST + i;
  return Array.from(packed.sort(), (one) => one % MOST);
}

/**
 * Chooses a way to draw each mark, so that it differs from its neighbours: 0 (no line) where no other mark is near.
 * Marks over each other get lines at different heights. In a row of marks of one colour, every second one gets a line.
 * `order`: as from `orderOf`.
 */
export function levelsOf(spans: Span[], order = orderOf(spans)): number[] {
  const levels: number[] = [];
  /** The indexes of earlier marks that reach the start of the current mark. */
  const open: number[] = [];
  let reached = 0;
  for (let at = 0; at < order.length; at++) {
    const i = order[at]!;
    const { start, end, color } = spans[i]!;
    const next = spans[order[at + 1]!];
    // A set of bits, one for each level that a neighbour has. Level 0 (no line) also counts as taken where the next
    // mark overlaps this one.
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
