/**
 * The next mark (`by` 1) or the previous one (-1) in the order of the page. The first mark follows the last. Starts
 * with the first or the last mark where `from` is null or has no place. Undefined where the page has no marks.
 */
export function stepFrom(order: string[], from: string | null, by: 1 | -1): string | undefined {
  const at = from === null ? -1 : order.indexOf(from);
  if (at < 0) return order.at(by > 0 ? 0 : -1);
  return order[(at + by + order.length) % order.length];
}
