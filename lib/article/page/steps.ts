/** Work in steps: at each `yield` the page may continue. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Runs all steps at once. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

type Scheduling = { scheduler?: { yield?: () => Promise<void> } };

/** Lets the page draw and react: `scheduler.yield` (Chromium 129, Firefox 142), else a separate task. */
const pause = (): Promise<void> =>
  (globalThis as Scheduling).scheduler?.yield?.() ?? new Promise((later) => setTimeout(later, 0));

/** Runs all steps with a pause at every `yield`, so that the page is blocked for one step at most. */
export async function inStretches<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await pause();
  }
}
