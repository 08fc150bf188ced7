/** The longest pause (ms) between two parts of long work. */
const LONGEST = 250;
/** After how many milliseconds the browser is asked something, so that it does not end the background. */
const ASKED = 15_000;

type Asked = { getPlatformInfo(): Promise<unknown> };

/**
 * Makes a function to be awaited between the parts of long work in the background. It pauses for as long as the last
 * part took, so that the database answers open views in between. The browser ends a background that handles no event
 * and calls no extension API for 30 seconds, whatever else it does
 * (https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle). So the function also calls
 * one from time to time.
 */
export function gently(runtime: Asked, now: () => number = () => performance.now()): () => Promise<void> {
  let begun = now();
  let asked = begun;
  return async () => {
    const worked = now() - begun;
    if (now() - asked >= ASKED) {
      asked = now();
      await runtime.getPlatformInfo().catch(() => {});
    }
    await new Promise((rested) => setTimeout(rested, Math.min(worked, LONGEST)));
    begun = now();
  };
}
