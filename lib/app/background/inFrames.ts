import type { Context } from './context.ts';

/** Runs a function in every frame of a tab. Returns an empty list where the extension may not reach the page. */
export const inFrames = async <T>({ scripting }: Context['browser'], tabId: number, func: () => T) =>
  scripting
    .executeScript({ target: { tabId, allFrames: true }, func, injectImmediately: true })
    .catch(() => []);
