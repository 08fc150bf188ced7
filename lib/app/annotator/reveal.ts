import { aboveOf } from '../../annotation/dom.ts';

/** Scrolls a passage to a third of the window's height, in whatever element scrolls it. */
export function revealRange(range: Range): void {
  for (let node = aboveOf(range.startContainer); node; node = aboveOf(node)) {
    if (!(node instanceof Element) || node === document.scrollingElement) continue;
    if (node.scrollHeight <= node.clientHeight) continue;
    if (!/auto|scroll/.test(getComputedStyle(node).overflowY)) continue;
    node.scrollTop +=
      range.getBoundingClientRect().top - node.getBoundingClientRect().top - node.clientHeight / 3;
  }
  // Scrolls by the range and not by `scrollIntoView`: many of these pages hold the whole body in one element.
  window.scrollBy({ top: range.getBoundingClientRect().top - window.innerHeight / 3, behavior: 'instant' });
}
