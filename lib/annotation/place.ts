import { rootOf } from './dom.ts';

/** A range by its two boundaries, with the names that `StaticRange` and `Range` use. */
export type Place = { startContainer: Text; startOffset: number; endContainer: Text; endOffset: number };

/** Makes a live range at a place. Throws where the page has changed so that the place no longer exists. */
export function rangeAt(place: Place): Range {
  const range = new Range();
  range.setStart(place.startContainer, place.startOffset);
  range.setEnd(place.endContainer, place.endOffset);
  return range;
}

/** Reads the present words at a place; null where the page has removed it. */
export function wordsAt(place: Place): string | null {
  const { startContainer, startOffset, endContainer, endOffset } = place;
  if (!startContainer.isConnected || !endContainer.isConnected) return null;
  if (startOffset > startContainer.length || endOffset > endContainer.length) return null;
  // A place usually lies within one text node. It then needs no live range, which the browser would update at every
  // change.
  if (startContainer === endContainer) return startContainer.data.slice(startOffset, endOffset);
  return rangeAt(place).toString();
}

/** The hosts of the shadow trees around a node, outermost first, then the node. */
function ancestorsOf(node: Node): Node[] {
  const line = [node];
  for (let root = rootOf(node); root instanceof ShadowRoot; root = rootOf(root.host)) line.unshift(root.host);
  return line;
}

/** Compares two places by where they begin. A shadow tree comes before the children of its host. */
export function inPageOrder(a: Place, b: Place): number {
  if (a.startContainer === b.startContainer) return a.startOffset - b.startOffset;
  const [before, after] = [ancestorsOf(a.startContainer), ancestorsOf(b.startContainer)];
  let depth = 0;
  while (before[depth] === after[depth]) depth++;
  const position = Node.prototype.compareDocumentPosition.call(before[depth]!, after[depth]!);
  return position & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
