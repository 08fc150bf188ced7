/** A box's left and top in CSS pixels of the window. */
export type Place = { left: number; top: number };

/** As `getBoundingClientRect` gives it. */
export type Box = { left: number; right: number; top: number; bottom: number; width: number };

const GAP = 8;

/**
 * What of a passage to stand beside: its line under a point (CSS pixels of the window), else the whole, or the
 * last of its lines in view where it is taller than half the window.
 */
export function anchorOf(
  whole: Box,
  lines: Box[],
  view: { height: number },
  point?: { x: number; y: number },
): Box {
  const under =
    point &&
    lines.find(
      ({ left, right, top, bottom }) =>
        point.x >= left && point.x <= right && point.y >= top && point.y <= bottom,
    );
  if (under || whole.bottom - whole.top <= view.height / 2) return under ?? whole;
  return lines.findLast(({ top, bottom }) => top >= 0 && bottom <= view.height) ?? whole;
}

/** Puts a box of the given size below an anchor, or above it where there is no room, within the window. */
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

/** What of a range to stand beside, in CSS pixels of the window; its line under a point where one is given. */
export const boxOfRange = (range: Range, point?: { x: number; y: number }): Box =>
  anchorOf(range.getBoundingClientRect(), [...range.getClientRects()], { height: innerHeight }, point);
