/** Brings a passage into view, a third down the window, in whatever element scrolls it. */
export function revealRange(range: Range): void {
  for (let element = range.startContainer.parentElement; element; element = element.parentElement) {
    if (element.scrollHeight <= element.clientHeight || element === document.scrollingElement) continue;
    if (!/auto|scroll/.test(getComputedStyle(element).overflowY)) continue;
    element.scrollTop +=
      range.getBoundingClientRect().top - element.getBoundingClientRect().top - element.clientHeight / 3;
  }
  // By hand and not by scrollIntoView: many of these pages hold the whole body in one element.
  window.scrollBy({ top: range.getBoundingClientRect().top - window.innerHeight / 3, behavior: 'instant' });
}
