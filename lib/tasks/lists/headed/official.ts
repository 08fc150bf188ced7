import { lineAbove } from '../../paragraphs.ts';
import { endsWithBody, isLedByBody } from '../actors.ts';
import { assignsByLabel } from '../bodyLabels.ts';
import type { FoundItem, FoundList } from '../found.ts';
import { hasExplicitOrder } from '../orders/orders.ts';
import { isTitle } from '../outline/section.ts';

/** How many UTF-16 units of an item are searched for an order. */
const ENOUGH = 1500;

/**
 * Words for those who give or receive orders. A list of steps (安装, 添加) without one of these words is a manual, and
 * gives no orders.
 */
const OFFICIAL =
  /各级|各部门|各单位|各地|各镇|各乡|各街道|有关部门|责任单位|牵头|负责）|党委|党支部|政府|干部|职责|督查|考核|通报/;

/**
 * Whether items are orders though no heading, issuer or introduction says so. At least one item in three must contain
 * 要, or name those who give or receive orders.
 */
export function soundsOfficial(text: string, items: FoundItem[]): boolean {
  const official = items.filter(({ span }) => {
    const own = { start: span.start, end: Math.min(span.end, span.start + ENOUGH) };
    return (
      OFFICIAL.test(text.slice(own.start, own.end)) ||
      hasExplicitOrder(text, own) ||
      isLedByBody(text, own) ||
      assignsByLabel(text, own)
    );
  });
  // A report such as 一、观摩课堂 (1. Watching lessons) uses the same words, so at least one item must demand something.
  const demands = items.some(
    ({ span }) =>
      hasExplicitOrder(text, span) ||
      isLedByBody(text, span) ||
      endsWithBody(text, span) ||
      assignsByLabel(text, span),
  );
  return demands && official.length * 3 >= items.length;
}

/**
 * Finds the lists that are orders though no heading, issuer or introduction says so. Lists that follow one another, each
 * under a title (渠首值守, 渠尾值守), are parts of one plan: where one sounds official, all are orders.
 */
export function officialLists(text: string, lists: FoundList[]): ReadonlySet<FoundList> {
  const official = new Set<FoundList>();
  for (const series of titledSeries(text, lists))
    if (series.some(({ items }) => soundsOfficial(text, items)))
      for (const list of series) official.add(list);
  return official;
}

/** Groups lists that follow one another, each directly under a title. Any other list is a group of its own. */
function titledSeries(text: string, lists: FoundList[]): FoundList[][] {
  const groups: FoundList[][] = [];
  // The end of the last list under a title.
  let last: number | null = null;
  for (const list of lists) {
    const [first] = list.items;
    const title = list.section === null && first!.marker ? lineAbove(text, first!.marker.start) : null;
    const isTitled = title !== null && isTitle(text, title);
    const follows = isTitled && last !== null && /^[。；\s]*$/.test(text.slice(last, title.start));
    if (follows) groups.at(-1)!.push(list);
    else groups.push([list]);
    last = isTitled ? list.items.at(-1)!.span.end : null;
  }
  return groups;
}
