import { stickyBars } from './stickyBars.ts';

/**
 * Finds the part of the window (CSS pixels) that a list has for itself, between the bars that stick to the window's
 * edges.
 */
function freeHeights(list: Element): { top: number; bottom: number } {
  const { above, below } = stickyBars(list);
  return {
    top: Math.max(0, ...above.map(({ bottom }) => bottom)),
    bottom: Math.min(innerHeight, ...below.map(({ top }) => top)),
  };
}

/** The lists whose rows can have the focus, each with its rows, and with the field before the first row. */
const LISTS: { list: string; row: string; field?: string }[] = [
  { list: '.articles', row: '[data-testid=article-row]', field: '[data-testid=search]' },
  { list: '.all-marks', row: '[data-testid=mark-row]' },
];
/** A selector of these lists. */
export const ROWS = LISTS.map(({ list }) => list).join();
/** The button of a row that opens its article. */
const OPENER = '[data-testid=open-article], [data-testid=open-mark]';

/** Moves the focus to a row's button that opens its article, and scrolls the whole row into view. */
function focusOn(row: Element, free: ReturnType<typeof freeHeights>): void {
  row.querySelector<HTMLElement>(OPENER)?.focus({ preventScroll: true });
  const { top, bottom } = row.getBoundingClientRect();
  if (top < free.top) scrollBy(0, top - free.top);
  else if (bottom > free.bottom) scrollBy(0, bottom - free.bottom);
}

/**
 * Moves the focus to the next row of the list (1) or the previous one (-1). Begins with the first row in view where no
 * row has the focus. Goes from the first row back to the search field, where there is one.
 */
export function focusRow(by: 1 | -1): void {
  const shown = LISTS.find((one) => document.querySelector(one.list));
  const list = shown && document.querySelector(shown.list);
  if (!list) return;
  const free = freeHeights(list);
  const rows = [...list.querySelectorAll(shown.row)];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = at < 0 ? rows.find((row) => row.getBoundingClientRect().top >= free.top - 1) : rows[at + by];
  if (next) focusOn(next, free);
  else if (at === 0 && by < 0 && shown.field) document.querySelector<HTMLElement>(shown.field)?.focus();
}

/** Whether the focus may move to a row of a list (a selector): it is nowhere, or already within the list. */
export const mayTakeFocus = (list: string): boolean => {
  const { activeElement } = document;
  return activeElement === document.body || !!activeElement?.closest(list);
};
