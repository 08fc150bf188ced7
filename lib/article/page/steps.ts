/** Work that is divided into steps. The work can pause at each `yield`, so that the page stays responsive. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Runs all steps without a pause. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

type Scheduling = { scheduler?: { yield?: () => Promise<void> } };

/**
 * Pauses so that the page can draw and react. Uses `scheduler.yield` (Chromium 129, Firefox 142) where it exists, else
 * a separate task.
 */
const pause = (): Promise<void> =>
  (globalThis as Scheduling).scheduler?.yield?.() ?? new Promise((later) => setTimeout(later, 0));

/** Runs the steps with a pause after each, so that the page is blocked for one step at most. */
export async function inStretches<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await pause();
  }
}
