import type { Page } from 'puppeteer-core';

type Answer = { ok: boolean; value?: unknown };

/** Sends a message to the background, as the pages of the extension do. `own` is such a page. */
export const askBackground = (own: Page, name: string, request: object): Promise<Answer> =>
  own.evaluate(`chrome.runtime.sendMessage(${JSON.stringify({ pizhu: name, request })})`) as Promise<Answer>;

/** Like `askBackground`, with a message about the tab that shows an address. */
export async function askAboutTab(
  own: Page,
  name: 'tab.save' | 'tab.snapshot',
  url: string,
): Promise<Answer> {
  const tabId = await own.evaluate(
    `chrome.tabs.query({}).then((all) => all.find(({ url }) => url === ${JSON.stringify(url)}).id)`,
  );
  return askBackground(own, name, { tabId });
}
