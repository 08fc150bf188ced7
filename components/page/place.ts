/** A box's left and top in CSS pixels of the window. */
export type Place = { left: number; top: number };

const GAP = 8;

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
