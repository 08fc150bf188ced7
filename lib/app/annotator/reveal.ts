import { aboveOf } from '../../annotation/dom.ts';

/** Whether a passage has a visible box. */
const hasBox = (range: Range): boolean =>
  [...range.getClientRects()].some(({ width, height }) => width > 0 && height > 0);

/**
 * Opens collapsed elements around a passage, as the browser's own search does: a closed `details`, or an element with
 * `hidden="until-found"`. Fires `beforematch`, so that the page can react.
 */
function unfold(range: Range): void {
  for (let node = aboveOf(range.startContainer); node; node = aboveOf(node)) {
    if (!(node instanceof HTMLElement)) continue;
    if (node instanceof HTMLDetailsElement && !node.open) node.open = true;
    if (node.getAttribute('hidden') !== 'until-found') continue;
    node.dispatchEvent(new Event('beforematch', { bubbles: true }));
    node.removeAttribute('hidden');
  }
}

/**
 * Scrolls a passage to a third of the window's height, in every scrollable element around it, after opening collapsed
 * elements. Returns false and does not scroll where the page hides the passage in another way, such as an inactive tab
 * or `display: none`.
 */
export function revealRange(range: Range): boolean {
  unfold(range);
  if (!hasBox(range)) return false;
  for (let node = aboveOf(range.startContainer); node; node = aboveOf(node)) {
    if (!(node instanceof Element) || node === document.scrollingElement) continue;
    if (node.scrollHeight <= node.clientHeight) continue;
    if (!/auto|scroll/.test(getComputedStyle(node).overflowY)) continue;
    node.scrollTop +=
      range.getBoundingClientRect().top - node.getBoundingClientRect().top - node.clientHeight / 3;
  }
  // Scrolls by the box of the range. `scrollIntoView` scrolls to an element, and many government sites put the whole
  // text of an article in one element.
  window.scrollBy({ top: range.getBoundingClientRect().top - window.innerHeight / 3, behavior: 'instant' });
  return true;
}
