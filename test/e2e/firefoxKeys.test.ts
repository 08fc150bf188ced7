import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, test } from 'vitest';
import { launchFirefox } from '../../scripts/lib/firefox.mjs';
import { servePages } from '../../scripts/lib/server.mjs';
import { emptyCollection } from '../support/freshState.ts';
import { markedWords, newsPage, paragraphs, selectWords } from '../support/journey.ts';
import { until } from '../support/page.ts';
import { rowsOf } from '../support/rows.ts';
import { missingForKeys, startXServer } from '../support/xServer.ts';

// Tests the suggested keyboard shortcuts with real key presses. They need a window, because headless Firefox has no
// shortcuts.

const missing = process.platform === 'linux' ? missingForKeys() : ['Linux'];
if (missing.length) console.warn(`Shortcuts are not pressed, because this needs ${missing.join(' and ')}.`);
const testKeys = test.skipIf(missing.length > 0);

type Extension = {
  commands: { getAll(): Promise<{ name: string; shortcut: string }[]> };
  extension: { getViews(of: { type: 'popup' | 'sidebar' }): Window[] };
};

const pages = new Map<string, string>();
let x: Awaited<ReturnType<typeof startXServer>>;
let firefox: Awaited<ReturnType<typeof launchFirefox>>;
let server: Awaited<ReturnType<typeof servePages>>;
let own: Page;
let page: Page;
let keys: Record<string, string>;

beforeAll(async () => {
  if (missing.length) return;
  x = await startXServer();
  server = await servePages('test/pages', pages);
  firefox = await launchFirefox({ extensionDir: '.output/firefox-mv3', display: x.display });
  own = await firefox.openExtensionPage('options.html');
  const all = await until(
    () => own.evaluate(() => (globalThis as unknown as { browser: Extension }).browser.commands.getAll()),
    'the commands',
  );
  keys = Object.fromEntries(all.map(({ name, shortcut }) => [name, shortcut]));
  pages.set('keys.html', newsPage('泵站检修', paragraphs('各街道月底前报送排水台账。')));
});
beforeEach(async () => {
  if (missing.length) return;
  // Closes an open popup, because it would receive the next key.
  await own.evaluate(() => {
    for (const popup of (globalThis as unknown as { browser: Extension }).browser.extension.getViews({
      type: 'popup',
    }))
      popup.close();
  });
  await emptyCollection(own);
  page = await firefox.browser.newPage();
  await page.goto(`${server.origin}/keys.html`);
  await page.bringToFront();
});
afterAll(async () => {
  await firefox?.close();
  await server?.close();
  x?.close();
});

/**
 * Presses the shortcut of a command again and again until the expected state is there. At first, the window may not
 * have the keyboard focus.
 */
const pressUntil = async (command: string, isThere: () => Promise<boolean>) => {
  let pressed = 0;
  await until(async () => {
    if (await isThere()) return true;
    // Leaves the browser time to carry out the last press.
    if (Date.now() - pressed > 3000) {
      pressed = Date.now();
      x.press(keys[command]!.toLowerCase(), 'firefox');
    }
    return false;
  }, `what ${keys[command]} does`);
};
/** Whether the collection holds an article. */
const isSaved = async () => (await rowsOf(own, 'articles')).length > 0;
const hasView = (type: 'popup' | 'sidebar') =>
  own.evaluate(
    (one) =>
      (globalThis as unknown as { browser: Extension }).browser.extension.getViews({ type: one }).length > 0,
    type,
  );

testKeys('the key for saving keeps the page and says so on it', async () => {
  await pressUntil('save-page', isSaved);
  await until(() => page.evaluate(() => document.documentElement.children.length > 2), 'the sentence');
});

testKeys('the key for marking marks what is selected', async () => {
  await selectWords(page, '报送排水台账');
  await pressUntil('highlight-selection', async () => (await markedWords(page)).join() === '报送排水台账');
});

testKeys('the key for the panel opens the side panel', async () => {
  await pressUntil('open-panel', () => hasView('sidebar'));
});

testKeys('the key for the popup opens it', async () => {
  await pressUntil('_execute_action', () => hasView('popup'));
});
