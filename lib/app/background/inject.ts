import { PizhuError } from '../../messages/errors.ts';
import type { ErrorCode } from '../../messages/schema.ts';
import type { Context } from './context.ts';

type Scripting = Pick<Context, 'browser'>;

/** Why a script could not be put into a page, from its address and the browser's own words. */
function refusal(url: string | undefined, words: string): ErrorCode {
  if (url && /\.pdf($|[?#])/i.test(url)) return 'pdf';
  // Without an address the tab is one that no extension may see: browser pages, the stores.
  if (!url || !/^(https?|file):/.test(url)) return 'restricted';
  if (/gallery|webstore|restricted|cannot be scripted/i.test(words)) return 'restricted';
  return 'noPermission';
}

/** Milliseconds for which a page that is still being parsed is waited for; then it is read as it stands. */
const PATIENCE = 1000;

/**
 * Runs in a frame: whether it shows words and belongs to the page's own origin. Nothing outside it is known there. The
 * page itself is waited for until its markup is read, but not for good, and once only: a script in it may never arrive.
 */
async function isReadable(patience: number): Promise<boolean> {
  try {
    if (self !== top) return !!top?.document && (document.body?.textContent ?? '').trim().length > 20;
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

/**
 * Puts the reader into a tab's page and into those of its frames that are of the same origin; where it is
 * already, nothing happens. A frame that has not loaded holds nothing up: when it loads, the reader of the page
 * around it asks for it. Throws a `PizhuError`.
 */
export async function injectReader({ browser }: Scripting, tabId: number): Promise<void> {
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

/** Puts the extractor beside the reader of one frame. Throws a `PizhuError`. */
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

async function refused(browser: Scripting['browser'], tabId: number, error: unknown): Promise<PizhuError> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  const words = String((error as Error)?.message ?? error);
  return new PizhuError(refusal(tab?.url, words), words);
}
