/** The longest time (ms) that work waits for the first view. A page that shows an error never shows its first view. */
const LONGEST_WAIT = 1500;
/** The longest time (ms) that work then waits for the browser to be idle. */
const LONGEST_BUSY = 500;

let isShown = false;
let timer: ReturnType<typeof setTimeout> | undefined;
const waiting: (() => void)[] = [];

/** Runs work when the browser is idle; soon where the browser has no `requestIdleCallback`. */
function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'undefined') setTimeout(work);
  else requestIdleCallback(work, { timeout: LONGEST_BUSY });
}

/** Runs work after the page has shown its first view, so that the work does not delay that view. */
export function afterFirstView(work: () => void): void {
  if (isShown) {
    whenIdle(work);
    return;
  }
  waiting.push(work);
  timer ??= setTimeout(firstViewShown, LONGEST_WAIT);
}

/**
 * Starts the work that waits for the first view. Call it when the page has shown that view, such as the first rows of a
 * list. Later calls do nothing.
 */
export function firstViewShown(): void {
  isShown = true;
  clearTimeout(timer);
  for (const work of waiting.splice(0)) whenIdle(work);
}
