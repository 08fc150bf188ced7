type Mark = { id: string; range: Range | StaticRange };

/** What browsers have of it: `caretPositionFromPoint` is the standard, `caretRangeFromPoint` older WebKit. */
type CaretDocument = {
  caretPositionFromPoint?: (x: number, y: number) => { offsetNode: Node; offset: number } | null;
  caretRangeFromPoint?: (x: number, y: number) => Range | null;
};

const within = (x: number, y: number, boxes: Iterable<DOMRect>): boolean => {
  for (const box of boxes)
    if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) return true;
  return false;
};

/** The caret's place nearest to a point; null where the browser cannot tell. */
function caretAt(x: number, y: number): { node: Node; offset: number } | null {
  const doc = document as unknown as CaretDocument;
  const position = doc.caretPositionFromPoint?.(x, y);
  if (position) return { node: position.offsetNode, offset: position.offset };
  const range = doc.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

/** A live range for a moment; null where a `StaticRange` no longer fits the page. */
function liveRange(range: Range | StaticRange): Range | null {
  if (range instanceof Range) return range;
  const live = document.createRange();
  try {
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return live;
  } catch {
    return null;
  }
}

/**
 * The last of these marks with a letter under a point of the window (CSS pixels), or null. Boxes alone would
 * not do: a range over whole paragraphs has their empty margins among its boxes.
 */
export function annotationUnder(x: number, y: number, marks: Mark[]): string | null {
  const caret = caretAt(x, y);
  if (caret && caret.node.nodeType !== Node.TEXT_NODE) return null;
  // The caret stands at one side of the letter under the point: the letter is before it or after it.
  const letters = caret ? lettersBeside(caret.node as Text, caret.offset) : [];
  const under = letters.find((letter) => within(x, y, letter.getClientRects()));
  if (caret && !under) return null;
  for (let i = marks.length - 1; i >= 0; i--) {
    const { id, range } = marks[i]!;
    const live = liveRange(range);
    if (!live || live.collapsed) continue;
    if (under ? holds(live, under) : within(x, y, live.getClientRects())) return id;
  }
  return null;
}

function lettersBeside(node: Text, offset: number): Range[] {
  return [offset - 1, offset]
    .filter((at) => at >= 0 && at < node.length)
    .map((at) => {
      const letter = document.createRange();
      letter.setStart(node, at);
      letter.setEnd(node, at + 1);
      return letter;
    });
}

function holds(range: Range, letter: Range): boolean {
  // A mark in a page that has been redrawn stands in a tree of its own, where nothing compares.
  if (range.startContainer.getRootNode() !== letter.startContainer.getRootNode()) return false;
  return (
    range.compareBoundaryPoints(Range.START_TO_START, letter) <= 0 &&
    range.compareBoundaryPoints(Range.END_TO_END, letter) >= 0
  );
}
