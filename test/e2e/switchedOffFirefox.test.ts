import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchFirefox } from '../../scripts/lib/firefox.mjs';
import { servePages } from '../../scripts/lib/server.mjs';
import { dragAcross, firstColour, isPainted, isStubRegistered, textOf, until } from '../support/page.ts';

let firefox: Awaited<ReturnType<typeof launchFirefox>>;
let server: Awaited<ReturnType<typeof servePages>>;
let options: Page;

beforeAll(async () => {
  server = await servePages('test/pages');
  firefox = await launchFirefox({ extensionDir: '.output/firefox-mv3' });
  options = await firefox.openExtensionPage('options.html');
  await (await options.waitForSelector('[data-testid=grant-all]'))!.click();
  await until(() => isStubRegistered(options), 'the stub for all sites');
});
afterAll(async () => {
  await firefox?.close();
  await server?.close();
});

const press = async (view: Page, selector: string) =>
  (await view.waitForSelector(selector))!.evaluate((one) => (one as HTMLElement).click());

test('a site that is switched off shows nothing, and its marks again when it is switched on in the options', async () => {
  const marked = '早晨和傍晚光线柔和';
  const page = await firefox.browser.newPage();
  await page.goto(`${server.origin}/ordinary-news.html`);
  await dragAcross(page, marked);
  const colour = await until(() => firstColour(page), 'the toolbar');
  await page.mouse.click(colour.x, colour.y);
  await until(() => isPainted(page, marked), 'the highlight');
  // Writes the setting that the popup would write, because a test cannot open a popup in Firefox.
  await options.evaluate(`chrome.storage.local.get('settings').then(({ settings }) =>
    chrome.storage.local.set({ settings: { ...settings, offHosts: ['127.0.0.1'] } }))`);
  await until(async () => !(await isPainted(page, marked)), 'the page without the mark');
  await page.reload();
  await until(async () => (await textOf(options)).includes('127.0.0.1'), 'the list of sites');
  expect(await isPainted(page, marked)).toBe(false);
  await press(options, '[data-testid=off-hosts] button');
  await until(() => isPainted(page, marked), 'the mark');
});
