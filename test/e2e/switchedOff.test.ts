import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPopup } from '../../scripts/lib/chromium.mjs';
import { activate, seen } from '../../scripts/lib/seen.mjs';
import { expectAccessible } from '../support/accessibility.ts';
import {
  markedWords,
  markWords,
  newsPage,
  openPage,
  paragraphs,
  selectWords,
  untilMarked,
} from '../support/journey.ts';
import { BAR, textOf, toolbarOf, until, untilGone } from '../support/page.ts';
import { useChromium } from '../support/useChromium.ts';

// Tests that the user can switch Pizhu off for a site. Each test leaves Pizhu switched on for every site.

const own = useChromium();
const words = '泵站值守名单';
let page: Page;
let options: Page;

beforeEach(async () => {
  page = await own.chromium.browser.newPage();
  options = await own.chromium.browser.newPage();
  await options.goto(`chrome-extension://${own.chromium.extensionId}/options.html`);
});
afterEach(async () => {
  await options?.evaluate(`chrome.storage.local.remove('settings')`);
  for (const one of [page, options]) await one?.close();
});

const popup = () => openPopup(own.chromium.browser, page, own.chromium.extensionId);

/** Opens a page and marks words of it. */
async function openMarked(name: string) {
  const html = newsPage('泵站值守', paragraphs(`各街道月底前公布${words}（${name}）。`, '夜间两人一班。'));
  await openPage(page, own.server, own.pages, name, html);
  await markWords(page, words);
  await untilMarked(page, [words]);
  // Appends every key that reaches the page to the page's title.
  await page.evaluate(() => {
    addEventListener('keydown', ({ key }) => {
      document.title += key;
    });
  });
}

/** The names of the extension's scripts that have run in the page at an address, without its frames. */
const scriptsAt = (address: string) =>
  options.evaluate(async (url) => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        tabs: { query(by: object): Promise<{ id: number; url?: string }[]> };
        scripting: { executeScript(what: object): Promise<{ result?: unknown }[]> };
      };
    };
    const tab = (await chrome.tabs.query({})).find((one) => one.url === url)!;
    const [top] = await chrome.scripting.executeScript({
      target: { tabId: tab.id },
      func: () => ['pizhuStub', 'pizhuReader'].filter((name) => name in globalThis),
    });
    return top!.result as string[];
  }, address);

test('switched off in the popup, a site shows nothing and takes no keys, at once and when loaded anew', async () => {
  await openMarked('off.html');
  const shown = await popup();
  await activate(shown, '[data-testid=turn-off]');
  await seen(shown, '[data-testid=state-off]');
  expect(await textOf(shown)).toContain('127.0.0.1');
  await expectAccessible(shown, 'switched off');
  await untilMarked(page, []);
  await page.bringToFront();
  await selectWords(page, words);
  await page.keyboard.press('1');
  // The title shows that the key has reached the page. So no toolbar was shown for the selection.
  expect(await page.title()).toContain('Shift1');
  expect(await page.$(BAR)).toBeNull();
  expect(await markedWords(page)).toEqual([]);

  // Reloads several times: the browser may stop the content script a little later than the marks disappear.
  await until(async () => {
    await page.reload();
    return (await scriptsAt(page.url())).length === 0;
  }, 'no script in the page');
  // Opens the same page under another host name, where Pizhu is switched on.
  const other = page.url().replace('127.0.0.1', 'localhost');
  await page.goto(other);
  await selectWords(page, words);
  await toolbarOf(page);
});

test('the popup of a site that is off says so, and switches it on with its marks', async () => {
  await openMarked('on.html');
  await activate(await popup(), '[data-testid=turn-off]');
  await untilMarked(page, []);
  await page.reload();
  const shown = await popup();
  await activate(shown, '[data-testid=turn-on]');
  await seen(shown, '[data-testid=save]');
  await untilMarked(page, [words]);
  await page.reload();
  await untilMarked(page, [words]);
});

test('the options list what is off; switched on there, open pages have their marks and their toolbar again', async () => {
  await openMarked('options.html');
  await activate(await popup(), '[data-testid=turn-off]');
  await untilMarked(page, []);
  const off = () =>
    options.$$eval('[data-testid=off-hosts] code', (all) => all.map((one) => one.textContent).join());
  await until(async () => (await off()) === '127.0.0.1', 'the host in the list');
  await activate(options, '[data-testid=off-hosts] button');
  await untilGone(options, '[data-testid=off-hosts] code');
  await untilMarked(page, [words]);
  await page.bringToFront();
  await selectWords(page, '夜间两人一班');
  await toolbarOf(page);
});

test('a saved page of a site that is off has no tick on the icon', async () => {
  await openMarked('icon.html');
  const badge = () =>
    options.evaluate(async (url) => {
      const { chrome } = globalThis as unknown as {
        chrome: {
          tabs: { query(by: object): Promise<{ id: number; url?: string }[]> };
          action: { getBadgeText(of: object): Promise<string> };
        };
      };
      const tab = (await chrome.tabs.query({})).find((one) => one.url === url)!;
      return chrome.action.getBadgeText({ tabId: tab.id });
    }, page.url());
  await until(async () => (await badge()) === '✓', 'the tick');
  await activate(await popup(), '[data-testid=turn-off]');
  await until(async () => (await badge()) === '', 'the icon without a tick');
});
