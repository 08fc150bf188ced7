/** Elements whose text no reader sees, and our own tools. */
const SKIPPED = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'TEXTAREA',
  'SELECT',
  'DATALIST',
  'IFRAME',
  'PIZHU-HOST',
]);

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
  let folded = '';
  for (let at = 0; at < length; at += CHUNK)
    folded += String.fromCharCode(...units.subarray(at, Math.min(length, at + CHUNK)));
  return { raw, folded, toRaw: toRaw.subarray(0, length + 1) };
}

/** A boundary in the DOM, as `Range.setStart` takes it. */
export type Boundary = { node: Text; offset: number };

/** The text of a page with the way back into its nodes. Good until the page changes. */
export type TextIndex = FoldedText & {
  root: Node;
  nodes: Text[];
  starts: Uint32Array;
  order: Map<Node, number>;
};

/** Reads the text nodes under a node once. Raw offsets count UTF-16 units over all of them joined. */
export function indexText(root: Node): TextIndex {
  const doc = root.ownerDocument ?? (root as Document);
  const walker = doc.createTreeWalker(root, 5 /* elements and text */, (node) => {
    if (node.nodeType === 3) return 1; // accept
    return SKIPPED.has((node as Element).tagName.toUpperCase()) ? 2 /* reject */ : 3; // skip
  });
  const nodes: Text[] = [];
  const order = new Map<Node, number>();
  const parts: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    order.set(node, nodes.length);
    nodes.push(node as Text);
    parts.push((node as Text).data);
  }
  const starts = new Uint32Array(nodes.length);
  let at = 0;
  parts.forEach((part, i) => {
    starts[i] = at;
    at += part.length;
  });
  return { ...indexString(parts.join('')), root, nodes, starts, order };
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
 * Null where it is in another tree (a shadow root, a frame), whose text the index does not hold.
 */
export function rawOffset(index: TextIndex, container: Node, offset: number): number | null {
  const own = index.order.get(container);
  if (own !== undefined) return index.starts[own]! + offset;
  if (container.getRootNode() !== index.root.getRootNode()) return null;
  const doc = index.root.ownerDocument ?? (index.root as Document);
  const point = doc.createRange();
  point.setStart(container, offset);
  // Binary search in document order: the first node that begins at or after the boundary.
  let low = 0;
  let high = index.nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (point.comparePoint(index.nodes[middle]!, 0) < 0) low = middle + 1;
    else high = middle;
  }
  return low < index.nodes.length ? index.starts[low]! : index.raw.length;
}
