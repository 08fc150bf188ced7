import type { FoundList } from './found.ts';

/**
 * Sorts lists by their place in the text, and drops items that overlap an earlier item. Where a list stands between
 * two items of another list, it divides that other list in two: the items （一）（二） below 二、 divide the list of 一、 and
 * 三、.
 */
export function withoutOverlap(lists: FoundList[]): FoundList[] {
  const all = lists
    .flatMap((list) => list.items.map((item) => ({ list, item })))
    .sort((a, b) => a.item.span.start - b.item.span.start);
  const parts: FoundList[] = [];
  let reached = 0;
  let current: FoundList | null = null;
  for (const { list, item } of all) {
    if (item.span.start < reached || item.span.end <= item.span.start) continue;
    reached = item.span.end;
    if (list !== current) parts.push({ ...list, items: [] });
    current = list;
    parts.at(-1)!.items.push(item);
  }
  return parts;
}
