import { boxOf, overflowOf } from './dom.ts';

/**
 * How far outside the window an element still counts as near, as a share of the window's size. Marks in such elements
 * are drawn before a person scrolls to them.
 */
export const MARGIN = 0.25;

/** The edges of an element or of an area, in CSS pixels of the window. */
export type Edges = { left: number; right: number; top: number; bottom: number };

/**
 * The area of the window and its margin. `x` and `y`: by how many windows the area reaches farther right and down, or
 * left and up if negative.
 */
export function areaAhead(x: number, y: number): Edges {
  const [width, height] = [innerWidth, innerHeight];
  return {
    left: width * (Math.min(0, x) - MARGIN),
    right: width * (Math.max(0, x) + 1 + MARGIN),
    top: height * (Math.min(0, y) - MARGIN),
    bottom: height * (Math.max(0, y) + 1 + MARGIN),
  };
}

/** Whether an element and an area touch. `x` and `y`: how far the element has moved since it had these edges. */
export const touch = ({ left, right, top, bottom }: Edges, area: Edges, x = 0, y = 0): boolean =>
  bottom + y > area.top && top + y < area.bottom && right + x > area.left && left + x < area.right;

/** How far an element is scrolled, in CSS pixels. */
export const scrolledBy = (scroller: Element | null) => ({
  left: scroller?.scrollLeft ?? 0,
  top: scroller?.scrollTop ?? 0,
});

/**
 * Whether an element is outside an area around the window. False for an element without a box, which may be anywhere.
 * False too where the element's text overflows its box far enough to reach the window, as with a fixed height.
 */
export function isOutside(element: Element, edges: Edges, area: Edges): boolean {
  const { left, right, top, bottom } = edges;
  if ((left === right && top === bottom) || touch(edges, area)) return false;
  const beyond = overflowOf(element);
  return beyond.across <= innerWidth * MARGIN && beyond.down <= innerHeight * MARGIN;
}

/** The edges of an element now, as numbers, because reading them from a DOMRect takes longer. */
export function edgesOf(element: Element): Edges {
  const { left, right, top, bottom } = boxOf(element);
  return { left, right, top, bottom };
}

/** Whether an element with the edges `from` has moved by `x` and `y` to the edges `to`, give or take a pixel. */
export const hasMovedBy = (from: Edges, to: Edges, x: number, y: number): boolean =>
  Math.abs(from.left + x - to.left) < 1 &&
  Math.abs(from.top + y - to.top) < 1 &&
  Math.abs(from.right + x - to.right) < 1 &&
  Math.abs(from.bottom + y - to.bottom) < 1;
