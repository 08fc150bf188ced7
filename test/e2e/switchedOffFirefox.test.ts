import { expect, test } from 'vitest';
import { activate } from '../../scripts/lib/seen.mjs';
import { dragAcross, firstColour, isPainted, textOf, until } from '../support/page.ts';
import { useFirefox } from '../support/useFirefox.ts';

const own = useFirefox();

test('a site that is switched off shows nothing, and its marks again when it is switched on in the options', async () => {
  const marked = '早晨和傍晚光线柔和';
  const page = await own.firefox.browser.newPage();
  await page.goto(`${own.server.origin}/ordinary-news.html`);
  await dragAcross(page, marked);
  const colour = await until(() => firstColour(page), 'the toolbar');
  await page.mouse.click(colour.x, colour.y);
  await until(() => isPainted(page, marked), 'the highlight');
  // Writes the setting that the popup would write, because a test cannot open a popup in Firefox.
  await own.options.evaluate(`chrome.storage.local.get('settings').then(({ settings }) =>
    chrome.storage.local.set({ settings: { ...settings, offHosts: ['127.0.0.1'] } }))`);
  await until(async () => !(await isPainted(page, marked)), 'the page without the mark');
  await page.reload();
  await until(async () => (await textOf(own.options)).includes('127.0.0.1'), 'the list of sites');
  expect(await isPainted(page, marked)).toBe(false);
  await activate(own.options, '[data-testid=off-hosts] button');
  await until(() => isPainted(page, marked), 'the mark');
});
