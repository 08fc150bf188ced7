import type { Color } from './schema.ts';

/** A mark by numbers that grow along the text, such as UTF-16 offsets. */
type Span = { start: number; end: number; color: Color };

/** How many ways there are to draw a mark of one colour: plain, then with a line under it, lower and lower. */
export const LEVELS = 4;
/** Of more marks over each other than these the earlier are passed over: nobody could tell them apart. */
const DEEP = 9;

/**
 * How each mark is to be drawn so that it can be told from its neighbours: 0, plain, where none is near. Of marks
 * over each other each has a line of its own, at another height; of marks of one colour in a row every second.
 */
export function levelsOf(spans: Span[]): number[] {
  const levels = spans.map(() => 0);
  const order = [...spans.keys()].sort(
    (a, b) => spans[a]!.start - spans[b]!.start || spans[b]!.end - spans[a]!.end,
  );
  let open: number[] = [];
  const neighbours = order.map((i): [number, number[]] => {
    const { start, color } = spans[i]!;
    open = open.filter((j) => spans[j]!.end >= start).slice(-DEEP);
    const near = open.filter((j) => spans[j]!.color === color || spans[j]!.end > start);
    for (const j of near) if (spans[j]!.end > start) levels[i] = levels[j] = 1;
    open.push(i);
    return [i, near];
  });
  for (const [i, near] of neighbours)
    while (levels[i]! < LEVELS - 1 && near.some((j) => levels[j] === levels[i])) levels[i]!++;
  return levels;
}
