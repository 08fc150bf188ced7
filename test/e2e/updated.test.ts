import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPopup } from '../../scripts/lib/chromium.mjs';
import { seen } from '../../scripts/lib/seen.mjs';
import {
  markedWords,
  markWords,
  newsPage,
  openPage,
  paragraphs,
  selectWords,
  untilMarked,
} from '../support/journey.ts';
import { BAR, grantAll, takeGrantsBack, toolbarOf, until } from '../support/page.ts';
import { useChromium } from '../support/useChromium.ts';

// The extension is updated, or switched off and on, while a page is open. All of the extension restarts, but its old
// scripts stay in the page.

const own = useChromium({ granted: false });
const words = '排水台账';
let page: Page;

const optionsUrl = () => `chrome-extension://${own.chromium.extensionId}/options.html`;

beforeEach(async () => {
  const { browser } = own.chromium;
  // Switches on developer mode. Without it, Chromium disables an unpacked extension that reloads.
  const manage = await browser.newPage();
  await manage.goto('chrome://extensions');
  await manage.evaluate('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })');
  await manage.close();
  page = await browser.newPage();
});
afterEach(() => page?.close());

async function open(name: string) {
  const html = newsPage('泵站检修', paragraphs(`各街道月底前报送${words}。`, '夜间必须有人值守。'));
  await openPage(page, own.server, own.pages, name, html);
  // Counts the keys that reach the page.
  await page.evaluate(() => {
    document.title = '';
    addEventListener('keydown', ({ key }) => {
      document.title += key;
    });
  });
}

/** Reloads the extension, and waits until its pages can be opened again. Returns its settings page. */
async function update(): Promise<Page> {
  const { browser } = own.chromium;
  const old = await browser.newPage();
  await old.goto(optionsUrl());
  await old.evaluate('void chrome.runtime.reload()').catch(() => {});
  await until(async () => old.isClosed(), 'the end of the old version');
  const options = await browser.newPage();
  await until(() => options.goto(optionsUrl()), 'the new version');
  await page.bringToFront();
  return options;
}

/** Switches the extension off and on again, as on the browser's page of extensions. Returns its settings page. */
async function switchOffAndOn(): Promise<Page> {
  const { browser, extensionId } = own.chromium;
  const manage = await browser.newPage();
  await manage.goto('chrome://extensions');
  for (const enabled of [false, true])
    await manage.evaluate(`chrome.management.setEnabled('${extensionId}', ${enabled})`);
  await manage.close();
  const options = await browser.newPage();
  await until(() => options.goto(optionsUrl()), 'the settings page');
  await page.bringToFront();
  return options;
}

/** Clicks the toolbar icon, waits until the popup shows the page, and closes the popup. */
async function click() {
  const popup = await openPopup(own.chromium.browser, page, own.chromium.extensionId);
  await seen(popup, '[data-testid=state-article], [data-testid=state-plain]');
  await popup.close();
  await page.bringToFront();
}

/**
 * The prefixes of the names of highlights in the page. Each version of the extension's script has a prefix of its own.
 */
const readers = async () =>
  page.evaluate(() => [
    ...new Set(
      [...(CSS as unknown as { highlights: Map<string, unknown> }).highlights.keys()].map((name) =>
        name.slice(0, 12),
      ),
    ),
  ]);

test.each([
  ['an update', 'updated', update],
  ['switching the extension off and on', 'switched', switchOffAndOn],
])(
  'after %s, open pages of allowed sites get the new script, and the old one takes its marks away',
  async (_, name, restart) => {
    await grantAll(own.chromium.browser, own.chromium.extensionId);
    await open(`${name}.html`);
    await markWords(page, words);
    await untilMarked(page, [words]);
    const [before] = await readers();
    const options = await restart();
    await until(async () => {
      const [one, ...others] = await readers();
      return one !== undefined && one !== before && others.length === 0;
    }, 'the marks of the new script alone');
    expect(await markedWords(page)).toEqual([words]);
    await markWords(page, '夜间必须', '夜间必须', '2');
    await untilMarked(page, ['夜间必须'], 'green');
    expect(await page.title()).not.toContain('2');
    await takeGrantsBack(options);
    await options.close();
  },
);

test('elsewhere the old version gives the keys back, says so, and goes at a click on the icon', async () => {
  await open('elsewhere.html');
  await click();
  await markWords(page, words);
  await untilMarked(page, [words]);
  const [before] = await readers();
  const options = await update();
  await selectWords(page, '夜间必须');
  // The message about the update is shown in place of the toolbar, without buttons.
  await toolbarOf(page);
  await page.keyboard.press('2');
  await until(async () => (await page.title()).endsWith('2'), 'the key in the page');
  expect(await markedWords(page)).toEqual([words]);
  await click();
  await until(async () => !(await readers()).includes(before!), 'the end of the old marks');
  await untilMarked(page, [words]);
  expect(await page.$(BAR)).toBeNull();
  await options.close();
});
