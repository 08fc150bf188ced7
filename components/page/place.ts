import { aboveOf } from '@/lib/annotation/dom.ts';

/** A box's left and top in CSS pixels of the window. */
export type Place = { left: number; top: number };

/** A box in the form that `getBoundingClientRect` gives. */
export type Box = { left: number; right: number; top: number; bottom: number; width: number };

const GAP = 8;

/**
 * Chooses the part of a passage beside which a tool is placed: the line under a point (CSS pixels of the window), or
 * else the whole passage. For a passage taller than half the window, chooses its last line in view.
 */
export function anchorOf(
  whole: Box,
  lines: Box[],
  view: { height: number },
  point?: { x: number; y: number },
): Box {
  const under = point && lines[lineUnder(lines, point)];
  if (under || whole.bottom - whole.top <= view.height / 2) return under ?? whole;
  return lines.findLast(({ top, bottom }) => top >= 0 && bottom <= view.height) ?? whole;
}

/** The number of the line under a point; -1 where none is. */
const lineUnder = (lines: Box[], { x, y }: { x: number; y: number }): number =>
  lines.findIndex(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom);

/** Places a box of the given size below an anchor, or above it where there is no room, and within the window. */
export function placeBeside(
  anchor: { left: number; top: number; bottom: number; width: number },
  size: { width: number; height: number },
  view: { width: number; height: number },
): Place {
  const clamp = (value: number, most: number) => Math.max(GAP, Math.min(value, most - GAP));
  const below = anchor.bottom + GAP;
  const fitsBelow = below + size.height + GAP <= view.height;
  return {
    left: clamp(anchor.left + anchor.width / 2 - size.width / 2, view.width - size.width),
    top: clamp(fitsBelow ? below : anchor.top - size.height - GAP, view.height - size.height),
  };
}

/** The place of a passage, kept up to date while the page scrolls, zooms or transforms it. */
export type Anchor = {
  /**
   * The part beside which a tool is placed, in CSS pixels of the window; null where the passage no longer has a box.
   */
  box(): Box | null;
  /** Whether that part is in view: in the window, and in every element around it that scrolls or clips. */
  isInView(): boolean;
};

/** The elements around a node that clip their content. */
function clippersOf(node: Node): Element[] {
  const found: Element[] = [];
  for (let at = aboveOf(node); at; at = aboveOf(at)) {
    if (!(at instanceof Element) || at === document.documentElement || at === document.body) continue;
    const { overflowX, overflowY } = getComputedStyle(at);
    if (overflowX !== 'visible' || overflowY !== 'visible') found.push(at);
  }
  return found;
}

/**
 * Returns an anchor that tells at any time where a range is. With `point` (CSS pixels of the window), the anchor is
 * only the line of the range that is under the point now.
 */
export function anchorOfRange(range: Range, point?: { x: number; y: number }): Anchor {
  const clippers = clippersOf(range.startContainer);
  const line = point ? lineUnder([...range.getClientRects()], point) : -1;
  const box = (): Box | null => {
    const whole = range.getBoundingClientRect();
    if (whole.width === 0 && whole.height === 0) return null;
    const lines = [...range.getClientRects()];
    // Uses the whole range if it has fewer lines than when the toolbar was placed, for example because the window
    // became wider.
    return (line >= 0 && lines[line]) || anchorOf(whole, lines, { height: innerHeight });
  };
  return {
    box,
    isInView() {
      const shown = box();
      if (!shown) return false;
      const seen = clippers.reduce(
        (view, clipper) => {
          const { left, top, right, bottom } = clipper.getBoundingClientRect();
          return {
            left: Math.max(view.left, left),
            top: Math.max(view.top, top),
            right: Math.min(view.right, right),
            bottom: Math.min(view.bottom, bottom),
          };
        },
        { left: 0, top: 0, right: innerWidth, bottom: innerHeight },
      );
      return (
        shown.bottom > seen.top &&
        shown.top < seen.bottom &&
        shown.right > seen.left &&
        shown.left < seen.right
      );
    },
  };
}
