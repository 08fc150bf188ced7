import { nameOf, rootOf, shadowOf, walkerOf } from './dom.ts';

/** Elements whose text no reader sees, and our own tools. In XHTML the names are small. */
const SKIPPED = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE TEXTAREA SELECT DATALIST IFRAME PIZHU-HOST'
    .split(' ')
    .flatMap((name) => [name, name.toLowerCase()]),
);

/** Half-width forms outside ASCII, and the sign that a Chinese page writes for each. */
const WIDER = new Map([
  [0xff61, 0x3002], // ｡ 。
  [0xff62, 0x300c], // ｢ 「
  [0xff63, 0x300d], // ｣ 」
  [0xff64, 0x3001], // ､ 、
  [0xffe5, 0xa5], // ￥ ¥
]);

/**
 * One UTF-16 unit as it counts in comparisons; 0 for what does not count: white space, soft hyphens,
 * zero-width characters. A page may gain or lose those and still say the same.
 */
function foldUnit(code: number): number {
  if (code < 0x80) return code > 0x20 && code !== 0x7f ? code : 0;
  if (code >= 0xff01) {
    return code <= 0xff5e ? code - 0xfee0 : (WIDER.get(code) ?? code);
  }
  if (code > 0x3000) return (code >= 0xfe00 && code <= 0xfe0f) || code === 0xfeff ? 0 : code;
  const ignored =
    code === 0x3000 ||
    code === 0xa0 ||
    code === 0xad ||
    code === 0x85 ||
    code === 0x1680 ||
    code === 0x180e ||
    (code >= 0x2000 && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202f) ||
    (code >= 0x205f && code <= 0x206f);
  return ignored ? 0 : code;
}

/** A text made comparable, with the way back. */
export type FoldedText = {
  raw: string;
  folded: string;
  /** Folded offset → raw offset, UTF-16 units. Has one entry more than `folded` has units. */
  toRaw: Uint32Array;
};

/** `String.fromCharCode` takes its units as arguments, of which there may be only so many. */
const CHUNK = 8192;

function stringOf(units: Uint16Array, length: number): string {
  let text = '';
  for (let at = 0; at < length; at += CHUNK)
    text += String.fromCharCode.apply(
      null,
      units.subarray(at, Math.min(length, at + CHUNK)) as unknown as number[],
    );
  return text;
}

/** Folds a text: white space and the like left out, full-width ASCII made half-width. Linear. */
export function indexString(raw: string): FoldedText {
  const toRaw = new Uint32Array(raw.length + 1);
  const units = new Uint16Array(raw.length);
  let length = 0;
  for (let i = 0; i < raw.length; i++) {
    const unit = foldUnit(raw.charCodeAt(i));
    if (unit === 0) continue;
    toRaw[length] = i;
    units[length++] = unit;
  }
  toRaw[length] = raw.length;
  return { raw, folded: stringOf(units, length), toRaw: toRaw.subarray(0, length + 1) };
}

let scratch = new Uint16Array(1024);

/** A short text folded, without the way back. */
export function foldWords(raw: string): string {
  if (scratch.length < raw.length) scratch = new Uint16Array(raw.length);
  let length = 0;
  for (let i = 0; i < raw.length; i++) {
    const unit = foldUnit(raw.charCodeAt(i));
    if (unit !== 0) scratch[length++] = unit;
  }
  return stringOf(scratch, length);
}

/** A boundary in the DOM, as `Range.setStart` takes it. */
export type Boundary = { node: Text; offset: number };

/** The text of a page with the way back into its nodes. Good until the page changes. */
export type TextIndex = FoldedText & {
  root: Node;
  nodes: Text[];
  starts: Uint32Array;
  order: Map<Node, number>;
  /** The open shadow roots that were read with it. */
  shadows: ShadowRoot[];
};

/**
 * Reads the text nodes under a node once, those of open shadow roots before the children of their host. Raw
 * offsets count UTF-16 units over all of them joined.
 */
export function indexText(root: Node): TextIndex {
  const nodes: Text[] = [];
  const order = new Map<Node, number>();
  const parts: string[] = [];
  const shadows: ShadowRoot[] = [];
  const read = (top: Node) => {
    const walker = walkerOf(top, 5 /* elements and text */);
    let node = walker.nextNode();
    while (node) {
      if (node.nodeType === 3) {
        order.set(node, nodes.length);
        nodes.push(node as Text);
        parts.push((node as Text).data);
      } else if (SKIPPED.has(nameOf(node as Element))) {
        node = pastSubtree(walker);
        continue;
      } else {
        const shadow = shadowOf(node as Element);
        if (shadow) {
          shadows.push(shadow);
          read(shadow);
        }
      }
      node = walker.nextNode();
    }
  };
  read(root);
  const starts = new Uint32Array(nodes.length);
  let at = 0;
  parts.forEach((part, i) => {
    starts[i] = at;
    at += part.length;
  });
  return { ...indexString(parts.join('')), root, nodes, starts, order, shadows };
}

/** The node after the current one and all within it. */
function pastSubtree(walker: TreeWalker): Node | null {
  for (;;) {
    const next = walker.nextSibling();
    if (next) return next;
    if (!walker.parentNode()) return null;
  }
}

/** The last index whose value is at most `value`; -1 where there is none. */
export function lastAtMost(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The first folded offset that stands at or after a raw offset. */
export function foldedOffset(text: FoldedText, raw: number): number {
  return raw <= 0 ? 0 : lastAtMost(text.toRaw, raw - 1) + 1;
}

/** The place of a raw offset: in the node that it begins, or, for an end, in the node that it closes. */
export function boundaryAt(index: TextIndex, raw: number, side: 'start' | 'end'): Boundary | null {
  const i = lastAtMost(index.starts, side === 'end' ? Math.max(0, raw - 1) : raw);
  const node = index.nodes[i];
  return node ? { node, offset: raw - index.starts[i]! } : null;
}

/**
 * The raw offset of a boundary of a Range, which may stand in an element or in text that the index skips.
 * Null where it is in a tree whose text the index does not hold: a closed shadow root, a frame.
 */
export function rawOffset(index: TextIndex, container: Node, offset: number): number | null {
  const own = index.order.get(container);
  if (own !== undefined) return index.starts[own]! + offset;
  const tree = rootOf(container);
  // Nothing compares across the border of a shadow root: only the nodes of the boundary's own tree count.
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
