/** A box's left and top in CSS pixels of the window. */
export type Place = { left: number; top: number };

/** A box in the form that `getBoundingClientRect` gives. */
export type Box = { left: number; right: number; top: number; bottom: number; width: number };

const GAP = 8;

/**
 * The part of a passage beside which a tool is placed: the line under a point (CSS pixels of the window), else the
 * whole passage. Of a passage taller than half the window, the last line in view.
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

/**
 * The part of a range beside which a tool is placed, in CSS pixels of the window; the line under `point`, if one is
 * given.
 */
export const boxOfRange = (range: Range, point?: { x: number; y: number }): Box =>
  anchorOf(range.getBoundingClientRect(), [...range.getClientRects()], { height: innerHeight }, point);
