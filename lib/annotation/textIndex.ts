/** Elements whose text no reader sees, and our own tools. */
const SKIPPED = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'TEXTAREA',
  'SELECT',
  'IFRAME',
  'PIZHU-HOST',
]);

/** White space, soft hyphens, zero-width characters: a page may gain or lose them and still say the same. */
const IGNORED = /[\s\u00ad\u200b-\u200f\u2060\ufeff\u180e]/;

/** One character as it counts in comparisons; empty for what does not count. UTF-16 unit in, one unit out. */
export function foldUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code < 0x80) return code > 0x20 && code !== 0x7f ? unit : '';
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return IGNORED.test(unit) ? '' : unit;
}

/** A text made comparable, with the way back. */
export type FoldedText = {
  raw: string;
  folded: string;
  /** Folded offset → raw offset, UTF-16 units. Has one entry more than `folded` has units. */
  toRaw: Uint32Array;
};

/** Folds a text: white space and the like left out, full-width ASCII made half-width. Linear. */
export function indexString(raw: string): FoldedText {
  const toRaw = new Uint32Array(raw.length + 1);
  const units: string[] = [];
  for (let i = 0; i < raw.length; i++) {
    const unit = foldUnit(raw[i]!);
    if (unit === '') continue;
    toRaw[units.length] = i;
    units.push(unit);
  }
  toRaw[units.length] = raw.length;
  return { raw, folded: units.join(''), toRaw: toRaw.subarray(0, units.length + 1) };
}

/** A boundary in the DOM, as `Range.setStart` takes it. */
export type Boundary = { node: Text; offset: number };

/** The text of a page with the way back into its nodes. Good until the page changes. */
export type TextIndex = FoldedText & { root: Node; nodes: Text[]; starts: Uint32Array };

/** Reads the text nodes under a node once. Raw offsets count UTF-16 units over all of them joined. */
export function indexText(root: Node): TextIndex {
  const doc = root.ownerDocument ?? (root as Document);
  const walker = doc.createTreeWalker(root, 5 /* elements and text */, (node) => {
    if (node.nodeType === 3) return 1; // accept
    return SKIPPED.has((node as Element).tagName.toUpperCase()) ? 2 /* reject */ : 3; // skip
  });
  const nodes: Text[] = [];
  const parts: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push(node as Text);
    parts.push((node as Text).data);
  }
  const starts = new Uint32Array(nodes.length);
  let at = 0;
  parts.forEach((part, i) => {
    starts[i] = at;
    at += part.length;
  });
  return { ...indexString(parts.join('')), root, nodes, starts };
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

/** The raw offset of a boundary of a Range, which may stand in an element or outside the index. */
export function rawOffset(index: TextIndex, container: Node, offset: number): number {
  const own = container.nodeType === 3 ? index.nodes.indexOf(container as Text) : -1;
  if (own >= 0) return index.starts[own]! + offset;
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
