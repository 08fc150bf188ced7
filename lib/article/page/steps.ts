/** Work in stretches: each `yield` is a place where a page may be let go on. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all of it at once. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

type Scheduling = { scheduler?: { yield?: () => Promise<void> } };

/** Lets the page draw and answer: `scheduler.yield` (Chromium 129, Firefox 142), else a task of its own. */
const pause = (): Promise<void> =>
  (globalThis as Scheduling).scheduler?.yield?.() ?? new Promise((later) => setTimeout(later, 0));

/** Does the same with a pause at every `yield`, so that a page is never held for longer than one stretch. */
export async function inStretches<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await pause();
  }
}
