import { hidesText, nameOf, rootOf, shadowOf, walkerOf } from './dom.ts';
import { type FoldedText, foldText, lastAtMost } from './foldedText.ts';
import type { Place } from './place.ts';
import { areSameWords, type Span } from './spans.ts';

/** Elements whose content does not count as text of the page. In XHTML, names of elements are in lower case. */
const SKIPPED = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE TEXTAREA SELECT DATALIST IFRAME'
    .split(' ')
    .flatMap((name) => [name, name.toLowerCase()]),
);

/** Whether an element's content does not count as text of the page. */
export const isSkipped = (element: Element): boolean => SKIPPED.has(nameOf(element));

/** A boundary in the DOM, as `Range.setStart` takes it. */
export type Boundary = { node: Text; offset: number };

/** The text of a page, with the text nodes from which it was read. Valid until the page changes. */
export type TextIndex = FoldedText & {
  root: Node;
  nodes: Text[];
  starts: Uint32Array;
  order: Map<Node, number>;
  /** The open shadow roots whose text was read too. */
  shadows: ShadowRoot[];
};

/**
 * Reads the text nodes below a node. The text of an open shadow root comes before the children of its host. Raw offsets
 * count UTF-16 units over all text nodes, including hidden ones, so that hiding or showing an element moves no offset.
 * `folded` leaves out what mark-up hides. Reads no style sheets, so that the index is the same in the browser and in a
 * document without layout.
 */
export function indexText(root: Node): TextIndex {
  const nodes: Text[] = [];
  const order = new Map<Node, number>();
  const starts: number[] = [];
  const parts: string[] = [];
  const shadows: ShadowRoot[] = [];
  const unseen: number[] = [];
  let length = 0;
  const readText = (node: Text, isSeen: boolean) => {
    const { data } = node;
    order.set(node, nodes.length);
    nodes.push(node);
    starts.push(length);
    parts.push(data);
    if (!isSeen && data) {
      if (unseen.at(-1) === length) unseen.pop();
      else unseen.push(length);
      unseen.push(length + data.length);
    }
    length += data.length;
  };
  const readUnder = (top: Node, isSeen: boolean) => {
    const walker = walkerOf(top, 5 /* elements and text */);
    let node = walker.nextNode();
    while (node) {
      if (node.nodeType === 3) {
        readText(node as Text, isSeen);
        node = walker.nextNode();
        continue;
      }
      const element = node as Element;
      const skips = isSkipped(element);
      const hides = !skips && isSeen && hidesText(element);
      const shadow = skips ? null : shadowOf(element);
      if (shadow) {
        shadows.push(shadow);
        readUnder(shadow, isSeen && !hides);
      }
      if (hides) readUnder(element, false);
      node = skips || hides ? pastSubtree(walker) : walker.nextNode();
    }
  };
  readUnder(root, true);
  const text = foldText(parts.join(''), Uint32Array.from(unseen));
  return { ...text, root, nodes, starts: Uint32Array.from(starts), order, shadows };
}

const completeIndexes = new WeakMap<TextIndex, TextIndex>();

/**
 * Returns the index with the words that mark-up hides added; null where nothing is hidden. With it, marks are found on
 * words that the page has hidden since. So are marks made by earlier versions of the extension, which counted hidden
 * words.
 */
export function withHiddenWords(index: TextIndex): TextIndex | null {
  if (index.unseen.length === 0) return null;
  const known = completeIndexes.get(index) ?? { ...index, ...foldText(index.raw) };
  completeIndexes.set(index, known);
  return known;
}

/** Moves to the first node after the current node and its descendants. */
function pastSubtree(walker: TreeWalker): Node | null {
  for (;;) {
    const next = walker.nextSibling();
    if (next) return next;
    if (!walker.parentNode()) return null;
  }
}

/**
 * Converts an offset in the raw text into a node and an offset in that node. Where one node ends and the next begins, a
 * start belongs to the later node and an end to the earlier one.
 */
export function boundaryAt(index: TextIndex, raw: number, side: 'start' | 'end'): Boundary | null {
  const i = lastAtMost(index.starts, side === 'end' ? Math.max(0, raw - 1) : raw);
  const node = index.nodes[i];
  return node ? { node, offset: raw - index.starts[i]! } : null;
}

/**
 * The offset in the raw text of one end of a Range, which may lie in an element or in text that the index skips. Null
 * in a tree that the index does not cover, such as a closed shadow root or a frame.
 */
export function rawOffset(index: TextIndex, container: Node, offset: number): number | null {
  const own = index.order.get(container);
  if (own !== undefined) return index.starts[own]! + offset;
  const tree = rootOf(container);
  // Positions can be compared only within one tree, so only nodes of the container's tree count.
  const nodes = index.shadows.length ? index.nodes.filter((node) => rootOf(node) === tree) : index.nodes;
  if (!nodes[0] || rootOf(nodes[0]) !== tree) return null;
  const point = new Range();
  point.setStart(container, offset);
  // Binary search in document order: the first node that begins at or after the boundary.
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (point.comparePoint(nodes[middle]!, 0) < 0) low = middle + 1;
    else high = middle;
  }
  if (low < nodes.length) return index.starts[index.order.get(nodes[low]!)!]!;
  const last = nodes.at(-1)!;
  return index.starts[index.order.get(last)!]! + last.length;
}

/** The span of a range, as offsets in the raw text. Null where the index does not cover one of the range's ends. */
export function spanOfRange(index: TextIndex, range: Place | Range): Span | null {
  const start = rawOffset(index, range.startContainer, range.startOffset);
  const end = rawOffset(index, range.endContainer, range.endOffset);
  return start === null || end === null ? null : { start, end };
}

/** The place on the page of a span of the raw text. Null where the index has no text. */
export function placeOfSpan(index: TextIndex, { start, end }: Span): Place | null {
  const from = boundaryAt(index, start, 'start');
  const to = boundaryAt(index, end, 'end');
  return (
    from &&
    to && { startContainer: from.node, startOffset: from.offset, endContainer: to.node, endOffset: to.offset }
  );
}

/** Of these marks, the last one that lies on exactly the words of a range. Null where none does. */
export function markOn<M extends { place: Place }>(index: TextIndex, range: Range, marks: M[]): M | null {
  const span = spanOfRange(index, range);
  if (!span) return null;
  const lastMark = marks.findLast(({ place }) => {
    const own = spanOfRange(index, place);
    return own !== null && areSameWords(index, span, own);
  });
  return lastMark ?? null;
}
