import { browser } from 'wxt/browser';
import { PizhuError } from '@/lib/messages/channel.ts';
import type { ErrorCode } from '@/lib/messages/schema.ts';

/** Why a script could not be put into a page, from its address and the browser's own words. */
function refusal(url: string | undefined, words: string): ErrorCode {
  if (url && /\.pdf($|[?#])/i.test(url)) return 'pdf';
  // Without an address the tab is one that no extension may see: browser pages, the stores.
  if (!url || !/^(https?|file):/.test(url)) return 'restricted';
  if (/gallery|webstore|restricted|cannot be scripted/i.test(words)) return 'restricted';
  return 'noPermission';
}

/** Runs in a frame: whether it shows words and belongs to the page's own origin. Nothing outside it is known there. */
function isReadable(): boolean {
  try {
    return self === top || (!!top?.document && (document.body?.textContent ?? '').trim().length > 20);
  } catch {
    return false;
  }
}

/**
 * Puts the reader into a tab's page and into those of its frames that are of the same origin; where it is
 * already, nothing happens. Throws a `PizhuError`.
 */
export async function injectReader(tabId: number): Promise<void> {
  try {
    const frames = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: isReadable,
    });
    const frameIds = frames.filter(({ result }) => result).map(({ frameId }) => frameId);
    await browser.scripting.executeScript({ target: { tabId, frameIds }, files: ['/reader.js'] });
  } catch (error) {
    throw await refused(tabId, error);
  }
}

/** Puts the extractor beside the reader of one frame. Throws a `PizhuError`. */
export async function injectExtractor(tabId: number, frameId: number): Promise<void> {
  try {
    await browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      files: ['/extractor.js'],
    });
  } catch (error) {
    throw await refused(tabId, error);
  }
}

async function refused(tabId: number, error: unknown): Promise<PizhuError> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  const words = String((error as Error)?.message ?? error);
  return new PizhuError(refusal(tab?.url, words), words);
}
