import { rootOf } from './dom.ts';

type Mark = { id: string; range: Range | StaticRange };
type Caret = { node: Node; offset: number };

/**
 * Two browser functions that find a caret. `caretPositionFromPoint` is standard, `caretRangeFromPoint` is from older
 * WebKit.
 */
type CaretDocument = {
  caretPositionFromPoint?: (
    x: number,
    y: number,
    options?: { shadowRoots: ShadowRoot[] },
  ) => { offsetNode: Node; offset: number } | null;
  caretRangeFromPoint?: (x: number, y: number) => Range | null;
};

const within = (x: number, y: number, boxes: Iterable<DOMRect>): boolean => {
  for (const box of boxes)
    if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) return true;
  return false;
};

/**
 * Finds the caret position nearest to a point, also within the given shadow roots. Null where the browser has no
 * function that finds carets.
 */
export function caretAt(x: number, y: number, shadowRoots: ShadowRoot[]): Caret | null {
  const { caretPositionFromPoint, caretRangeFromPoint } = Document.prototype as unknown as CaretDocument;
  const position = caretPositionFromPoint?.call(document, x, y, { shadowRoots });
  if (position) return { node: position.offsetNode, offset: position.offset };
  const range = caretRangeFromPoint?.call(document, x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

/** Makes a live range of a range. Null where the page has changed so that a `StaticRange` no longer fits. */
function liveRange(range: Range | StaticRange): Range | null {
  if (range instanceof Range) return range;
  const live = new Range();
  try {
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return live;
  } catch {
    return null;
  }
}

function shadowsOf(marks: Mark[]): ShadowRoot[] {
  const roots = new Set(marks.map(({ range }) => rootOf(range.startContainer)));
  return [...roots].filter((root) => root instanceof ShadowRoot);
}

/**
 * Finds the last of these marks with a letter under a point of the window (CSS pixels), or null. Compares letters and
 * not boxes, because the boxes of a range over whole paragraphs include their empty margins.
 */
export function annotationUnder(x: number, y: number, marks: Mark[]): string | null {
  const caret = caretAt(x, y, shadowsOf(marks));
  if (!caret) return underBox(x, y, marks);
  if (caret.node.nodeType !== Node.TEXT_NODE) return null;
  // The caret is between two letters, and either of them may be the one under the point.
  const under = lettersBeside(caret.node as Text, caret.offset).find((letter) =>
    within(x, y, letter.getClientRects()),
  );
  return (under && marks.findLast(({ range }) => holds(range, under))?.id) ?? null;
}

/** Finds the mark by its boxes, in a browser that cannot tell which letter is under a point. */
const underBox = (x: number, y: number, marks: Mark[]): string | null =>
  marks.findLast(({ range }) => within(x, y, liveRange(range)?.getClientRects() ?? []))?.id ?? null;

function lettersBeside(node: Text, offset: number): Range[] {
  return [offset - 1, offset]
    .filter((at) => at >= 0 && at < node.length)
    .map((at) => {
      const letter = new Range();
      letter.setStart(node, at);
      letter.setEnd(node, at + 1);
      return letter;
    });
}

function holds(range: Range | StaticRange, letter: Range): boolean {
  // Marks usually lie within one text node; comparing offsets then needs no live range.
  if (range.startContainer === range.endContainer && range.startContainer.nodeType === Node.TEXT_NODE)
    return (
      range.startContainer === letter.startContainer &&
      range.startOffset <= letter.startOffset &&
      range.endOffset >= letter.endOffset
    );
  // When a page redraws its content, a mark may lie in a detached tree. Ranges in two trees cannot be compared.
  if (rootOf(range.startContainer) !== rootOf(letter.startContainer)) return false;
  const live = liveRange(range);
  return (
    live !== null &&
    live.compareBoundaryPoints(Range.START_TO_START, letter) <= 0 &&
    live.compareBoundaryPoints(Range.END_TO_END, letter) >= 0
  );
}
