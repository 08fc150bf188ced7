import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { exportParts } from '@/lib/exchange/json.ts';
import { parseExport } from '@/lib/exchange/readExport.ts';
import { launchFirefox } from '../../scripts/lib/firefox.mjs';
import { press, seen, typeInto } from '../../scripts/lib/seen.mjs';
import { servePages } from '../../scripts/lib/server.mjs';
import { downloaded, pressExport } from '../support/download.ts';
import { markOn, richBundle } from '../support/exchanged.ts';
import { emptyCollection } from '../support/freshState.ts';
import {
  dragAcross,
  firstColour,
  isPainted,
  isStubRegistered,
  takeGrantsBack,
  until,
} from '../support/page.ts';

// Tests the steps of a user's work, one by one. Each test starts with an empty collection and without access to any
// site.

const words = '每周公布一次进度';
const downloads = mkdtempSync(join(tmpdir(), 'pizhu-downloads-'));
let firefox: Awaited<ReturnType<typeof launchFirefox>>;
let server: Awaited<ReturnType<typeof servePages>>;
let options: Page;
let page: Page;

beforeAll(async () => {
  server = await servePages('test/pages');
  firefox = await launchFirefox({ extensionDir: '.output/firefox-mv3', downloadDir: downloads });
  options = await firefox.openExtensionPage('options.html');
  await seen(options, '[data-testid=grant-all]');
});
afterAll(async () => {
  await firefox?.close();
  await server?.close();
  rmSync(downloads, { recursive: true, force: true });
});
beforeEach(async () => {
  for (const one of await firefox.browser.pages()) if (one !== options) await one.close();
  await emptyCollection(options);
  await takeGrantsBack(options);
  for (const name of readdirSync(downloads)) rmSync(join(downloads, name), { recursive: true });
});

const granted = () =>
  options.evaluate(`chrome.permissions.contains({ origins: ['*://*/*'] })`) as Promise<boolean>;

/** Grants access to all sites by a click on the settings page. */
async function grantSites() {
  await options.bringToFront();
  await press(options, '[data-testid=grant-all]');
  await until(() => isStubRegistered(options), 'the stub for all sites');
}

/** Opens a page that the extension may access, and marks words with the mouse. */
async function markWithMouse() {
  await grantSites();
  page = await firefox.browser.newPage();
  await page.goto(`${server.origin}/district-meeting.html`);
  await dragAcross(page, words);
  const colour = await until(() => firstColour(page), 'the toolbar');
  await page.mouse.click(colour.x, colour.y);
  await until(() => isPainted(page, words), 'the highlight');
}

/**
 * Clicks a control of the settings, after it has been scrolled into view: in Firefox a locator does not scroll to it.
 */
async function clickInOptions(id: string) {
  const control = await seen(options, `[data-testid=${id}]`);
  await control.evaluate((one) => one.scrollIntoView({ block: 'center' }));
  await control.click();
}

async function openPanel(): Promise<Page> {
  const panel = await firefox.openExtensionPage('sidepanel.html');
  await seen(panel, '[data-testid=search]');
  return panel;
}

test('a click in the options asks for all sites', async () => {
  expect(await granted()).toBe(false);
  await grantSites();
  await until(
    () => options.evaluate(() => document.querySelector('code')?.textContent?.includes('*')),
    'the sites in the list',
  );
});

test('words selected with the mouse are highlighted, and the highlight comes back on reload', async () => {
  await markWithMouse();
  await page.reload();
  await until(() => isPainted(page, words), 'the highlight after the reload');
});

test('the panel finds the article, with its fields, tasks and mark', async () => {
  await markWithMouse();
  const panel = await openPanel();
  await typeInto(panel, '[data-testid=search]', '进度');
  await until(async () => (await panel.$$('[data-testid=article-row]')).length === 1, 'the found article');
  await press(panel, '[data-testid=article-row] .headline');
  // A search result opens on the tab with the text, so the test first switches to the tab with the marks.
  await press(panel, '[data-testid=tab-marks]');
  await seen(panel, '[data-testid=mark]');
  expect(await panel.$eval('[data-testid=mark] blockquote', (quote) => quote.textContent)).toBe(words);
  await press(panel, '[data-testid=tab-tasks]');
  await until(async () => (await panel.$$('[data-testid=task]')).length === 10, 'ten tasks');
  expect(await panel.evaluate(() => document.body.innerText)).toContain('青山发布');
});

test('the export is a file on disk that reads back', async () => {
  await markWithMouse();
  const panel = await openPanel();
  await pressExport(panel);
  const { articles } = await downloaded(downloads, (file) => parseExport(String(file)));
  expect(articles[0]!.saved.article.title).toBe('青山区部署汛前排水管网整治工作');
  expect(articles[0]!.annotations).toHaveLength(1);
});

test('a file that was exported is shown, comes in, and is taken back', async () => {
  const file = join(downloads, 'collection.json');
  writeFileSync(file, (await exportParts([richBundle([markOn('碧水')])], 'Pizhu test')).join(''));
  await options.bringToFront();
  const input = await seen(options, '[data-testid=import-file]');
  await (input as ElementHandle<HTMLInputElement>).uploadFile(file);
  await clickInOptions('import-apply');
  await seen(options, '[data-testid=import-undo]');
  const panel = await openPanel();
  await seen(panel, '[data-testid=article-row]');
  await options.bringToFront();
  await clickInOptions('import-undo');
  await until(async () => (await panel.$('[data-testid=article-row]')) === null, 'the undo in the panel');
});

test('copies of backups go among the downloads once that is switched on, and the permission is given back', async () => {
  await markWithMouse();
  await options.bringToFront();
  const allowed = () =>
    options.evaluate(`chrome.permissions.contains({ permissions: ['downloads'] })`) as Promise<boolean>;
  expect(await allowed()).toBe(false);
  await clickInOptions('download-copies');
  await until(allowed, 'the permission');
  await clickInOptions('backup-now');
  const copies = join(downloads, 'pizhu');
  const { articles } = await downloaded(copies, (file) => parseExport(String(file)));
  expect(readdirSync(copies)).toEqual([expect.stringMatching(/^pizhu-.*\.1\.\w{64}\.json$/)]);
  expect(articles[0]!.annotations).toHaveLength(1);
  await clickInOptions('download-copies');
  await until(async () => !(await allowed()), 'the permission to be given back');
});
