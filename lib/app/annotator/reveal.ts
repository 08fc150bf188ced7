import { aboveOf } from '../../annotation/dom.ts';

/** Whether a passage has a box that could be seen. */
const hasBox = (range: Range): boolean =>
  [...range.getClientRects()].some(({ width, height }) => width > 0 && height > 0);

/**
 * Opens what the page itself offers to open around a passage: a closed `details`, and what is hidden until it is found
 * (`hidden="until-found"`), as the browser's own search does. The page hears of it by `beforematch`.
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
 * Scrolls a passage to a third of the window's height, in whatever element scrolls it, and unfolds what is closed over
 * it. False where the page hides it all the same (a tab that is not chosen, `display: none`): then nothing moves.
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
  // Scrolls by the range and not by `scrollIntoView`: many of these pages hold the whole body in one element.
  window.scrollBy({ top: range.getBoundingClientRect().top - window.innerHeight / 3, behavior: 'instant' });
  return true;
}
