/**
 * Finds the part of the window (CSS pixels) that a list has for itself, between the bars that stick to the window's
 * edges.
 */
function freeHeights(list: Element): { top: number; bottom: number } {
  const beside = [...(list.parentElement?.children ?? [])];
  const at = beside.indexOf(list);
  const sticky = (elements: Element[]) =>
    elements
      .filter((one) => getComputedStyle(one).position === 'sticky')
      .map((one) => one.getBoundingClientRect());
  return {
    top: Math.max(0, ...sticky(beside.slice(0, at)).map(({ bottom }) => bottom)),
    bottom: Math.min(innerHeight, ...sticky(beside.slice(at + 1)).map(({ top }) => top)),
  };
}

/** Moves the focus to a row's button that opens its article, and scrolls the whole row into view. */
function focusOn(row: Element, free: ReturnType<typeof freeHeights>): void {
  row.querySelector<HTMLElement>('[data-testid=open-article]')?.focus({ preventScroll: true });
  const { top, bottom } = row.getBoundingClientRect();
  if (top < free.top) scrollBy(0, top - free.top);
  else if (bottom > free.bottom) scrollBy(0, bottom - free.bottom);
}

/**
 * Moves the focus to the next row of the list (1) or the previous one (-1). Begins with the first row in view where no
 * row has the focus. Goes from the first row back to the search field.
 */
export function focusRow(by: 1 | -1): void {
  const list = document.querySelector('.articles');
  if (!list) return;
  const free = freeHeights(list);
  const rows = [...list.querySelectorAll('[data-testid=article-row]')];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = at < 0 ? rows.find((row) => row.getBoundingClientRect().top >= free.top - 1) : rows[at + by];
  if (next) focusOn(next, free);
  else if (at === 0 && by < 0) document.querySelector<HTMLElement>('[data-testid=search]')?.focus();
}
