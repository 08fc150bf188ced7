import type { browser } from 'wxt/browser';
import { type Ask, askThrough, envelope, readReply } from './channel.ts';
import type { Answer, Request } from './message.ts';
import { pageMessages } from './page.ts';

type PageMessages = typeof pageMessages;

/** The part of the browser's API by which the background reaches the reader scripts of a tab. */
export type Tabs = {
  tabs: { sendMessage(tabId: number, raw: unknown, to: { frameId: number }): Promise<unknown> };
  scripting: Pick<typeof browser.scripting, 'executeScript'>;
};

/** Sends a request to the reader script in the top frame of a tab. Rejects where that frame has no reader script. */
export const askPage = ({ tabs }: Tabs, tabId: number): Ask<PageMessages> =>
  askThrough(pageMessages, (raw) => tabs.sendMessage(tabId, raw, { frameId: 0 }));

/**
 * The global object of a frame, in which `askFrames` finds the reader script. It belongs to the extension's isolated
 * world, which scripts of the page cannot see.
 */
type FrameWorld = { pizhuReader?: { answer(raw: string): Promise<string> } };

/**
 * Sends a request to the reader script in every frame of a tab that has one. Leaves out frames whose answer is an
 * error.
 */
export async function askFrames<K extends keyof PageMessages>(
  { scripting }: Tabs,
  tabId: number,
  name: K,
  request: Request<PageMessages[K]>,
): Promise<Answer<PageMessages[K]>[]> {
  const results = await scripting.executeScript({
    target: { tabId, allFrames: true },
    func: (raw: string) => (globalThis as FrameWorld).pizhuReader?.answer(raw) ?? '',
    args: [JSON.stringify(envelope(name, request))],
    // Without this option, Chromium waits until every frame has loaded, and some never do.
    injectImmediately: true,
  });
  return results.flatMap(({ frameId, result }) => {
    if (!result) return [];
    try {
      return [readReply(pageMessages[name], JSON.parse(result))];
    } catch (error) {
      console.warn(`Pizhu: frame ${frameId} failed at ${name}`, error);
      return [];
    }
  });
}
