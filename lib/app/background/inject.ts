import { PizhuError } from '../../messages/errors.ts';
import type { ErrorCode } from '../../messages/schema.ts';
import { mayAccess } from '../hostAccess.ts';
import { isOff } from '../offHosts.ts';
import type { Context } from './context.ts';

type Scripting = Pick<Context, 'browser'>;

/**
 * The error code that says why a script could not be injected. Found from the page's address, the browser's error
 * message, and whether the extension may access the site.
 */
function refusal(url: string | undefined, words: string, isGranted: boolean): ErrorCode {
  // Chromium's own page for a site that cannot be reached has the address of the page that was wanted.
  if (/showing error page/i.test(words)) return 'notLoaded';
  if (url && /\.pdf($|[?#])/i.test(url)) return 'pdf';
  // A page without an address is one that no extension may read. The browser hides the addresses of its own pages and
  // of the extension stores.
  if (!url || !/^(https?|file):/.test(url)) return 'restricted';
  if (/gallery|webstore|restricted|cannot be scripted/i.test(words)) return 'restricted';
  // Firefox gives the same message for its own error pages as for a site without access.
  return isGranted ? 'notLoaded' : 'noPermission';
}

/** Milliseconds to wait for a page that is still being parsed. After that, the page is read as it is. */
const PATIENCE = 1000;

/**
 * Whether a frame has the page's origin and contains text, or words in it were selected. Always true for the page
 * itself. Runs within the frame, so it cannot use anything outside this function. Waits for the page's markup to be
 * parsed, but at most `patience` milliseconds, because a script of the page may never arrive.
 */
async function isReadable(patience: number): Promise<boolean> {
  try {
    if (self !== top)
      return (
        !!top?.document &&
        ('pizhuSelected' in globalThis || (document.body?.textContent ?? '').trim().length > 20)
      );
    if (document.readyState === 'loading' && !('pizhuReader' in globalThis))
      await new Promise((parsed) => {
        document.addEventListener('DOMContentLoaded', parsed, { once: true });
        setTimeout(parsed, patience);
      });
    return true;
  } catch {
    return false;
  }
}

/** Throws `switchedOff` where the user has switched the extension off for the site of a tab's page. */
export async function refuseWhereOff({ browser }: Scripting, tabId: number): Promise<void> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (await isOff(browser.storage.local, tab?.url)) throw new PizhuError('switchedOff');
}

/**
 * Injects the reader script, which reads the page and shows its marks, into the page of a tab. Does so in frames of the
 * same origin, too, but not where the script runs already. Does not wait for a frame that loads late: the page's reader
 * script asks for that frame later. Throws a `PizhuError`.
 */
export async function injectReader({ browser }: Scripting, tabId: number): Promise<void> {
  await refuseWhereOff({ browser }, tabId);
  try {
    const frames = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: isReadable,
      args: [PATIENCE],
      injectImmediately: true,
    });
    const frameIds = frames.filter(({ result }) => result).map(({ frameId }) => frameId);
    await browser.scripting.executeScript({
      target: { tabId, frameIds },
      files: ['/reader.js'],
      injectImmediately: true,
    });
  } catch (error) {
    throw await refused(browser, tabId, error);
  }
}

/** Injects the extractor script into one frame. Throws a `PizhuError`. */
export async function injectExtractor({ browser }: Scripting, tabId: number, frameId: number): Promise<void> {
  try {
    await browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      files: ['/extractor.js'],
      injectImmediately: true,
    });
  } catch (error) {
    throw await refused(browser, tabId, error);
  }
}

/** The error that says why the browser did not run a script in a tab. */
export async function refused(
  browser: Scripting['browser'],
  tabId: number,
  error: unknown,
): Promise<PizhuError> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  const words = String((error as Error)?.message ?? error);
  return new PizhuError(refusal(tab?.url, words, await mayAccess(browser.permissions, tab?.url)), words);
}
