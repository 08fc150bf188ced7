import type { browser } from 'wxt/browser';
import { type Ask, askThrough, envelope, readReply } from './channel.ts';
import type { Answer, Request } from './message.ts';
import { pageMessages } from './page.ts';

type PageMessages = typeof pageMessages;

/** The part of the browser's API that asking the readers in a tab needs. */
export type Tabs = {
  tabs: { sendMessage(tabId: number, raw: unknown, to: { frameId: number }): Promise<unknown> };
  scripting: Pick<typeof browser.scripting, 'executeScript'>;
};

/** Asks the reader in the top frame of a tab. Rejects where the frame has no reader. */
export const askPage = ({ tabs }: Tabs, tabId: number): Ask<PageMessages> =>
  askThrough(pageMessages, (raw) => tabs.sendMessage(tabId, raw, { frameId: 0 }));

/** Where `askFrames` finds the reader of a frame: in the extension's isolated world, which no page sees. */
type FrameWorld = { pizhuReader?: { answer(raw: string): Promise<string> } };

/** Asks the reader of every frame of a tab that has one. A frame that fails is left out. */
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
    // Without this, Chromium waits for every frame to load, even for one that never does.
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
