import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { control, newsPage, openPage, paragraphs, selectWords } from '../support/journey.ts';
import { BAR, toolbarOf, until } from '../support/page.ts';
import { useChromium } from '../support/useChromium.ts';

const own = useChromium();

/** Pastes the clipboard into a field of the page, and returns the text. */
async function pasted(page: Page): Promise<string> {
  await page.$eval('#paste', (field) => {
    (field as HTMLTextAreaElement).value = '';
    (field as HTMLTextAreaElement).focus();
  });
  await control(page, 'v');
  return page.$eval('#paste', (field) => {
    (field as HTMLTextAreaElement).blur();
    return (field as HTMLTextAreaElement).value;
  });
}

/** Whether the extractor has been loaded into the isolated world of the extension in the page. */
async function hasExtractor(): Promise<boolean> {
  const target = await own.chromium.browser.waitForTarget(
    (one) => one.type() === 'service_worker' && one.url().includes(own.chromium.extensionId),
  );
  const worker = (await target.worker())!;
  return worker.evaluate(async () => {
    const { tabs, scripting } = (globalThis as never as { chrome: typeof globalThis }).chrome as unknown as {
      tabs: { query(by: object): Promise<{ id: number; url?: string }[]> };
      scripting: { executeScript(what: object): Promise<{ result: boolean }[]> };
    };
    const tab = (await tabs.query({})).find(({ url }) => url?.includes('citation.html'))!;
    const [first] = await scripting.executeScript({
      target: { tabId: tab.id },
      func: () => 'pizhuExtract' in globalThis,
    });
    return first!.result;
  });
}

async function cite(page: Page, words: string) {
  await selectWords(page, words);
  await toolbarOf(page);
  await page.keyboard.press('c');
}

test('a passage is copied with where it stands, also after a reading of the page that failed', async () => {
  const words = '村道桥梁每月巡查一次';
  const page = await own.chromium.browser.newPage();
  const body = paragraphs(`汛期以前，${words}，隐患当日报送。`, '各乡镇确定专人负责。');
  await openPage(
    page,
    own.server,
    own.pages,
    'citation.html',
    newsPage('县里部署汛期桥梁巡查', `${body}<textarea id="paste"></textarea><embed type="application/pdf">`),
  );
  await selectWords(page, words);
  await toolbarOf(page);
  expect(await hasExtractor()).toBe(false);
  // With the PDF in an `embed` element, the page looks like the browser's PDF viewer, which the extension does not
  // read.
  await cite(page, words);
  await until(async () => (await page.$(BAR)) === null, 'the message about it to go');
  expect(await pasted(page)).toBe('');
  await page.$eval('embed', (element) => element.remove());
  await cite(page, words);
  await until(async () => (await pasted(page)).includes(words), 'the citation');
  expect(await hasExtractor()).toBe(true);
  const citation = await pasted(page);
  expect(citation).toContain('县里部署汛期桥梁巡查');
  expect(citation).toContain(page.url());
});
