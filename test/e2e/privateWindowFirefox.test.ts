import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, expect, test } from 'vitest';
import { PRIVATE_ALLOWED } from '@/lib/app/privateWindows.ts';
import { BAR, dragAcross, firstColour, isPainted, textOf, until } from '../support/page.ts';
import { rowsOf } from '../support/rows.ts';
import { EXTENSION, useFirefox } from '../support/useFirefox.ts';

// Tests in a private window of Firefox, in which the user has allowed the extension.

const profile = mkdtempSync(join(tmpdir(), 'pizhu-private-'));
const { id } = JSON.parse(readFileSync(join(EXTENSION, 'manifest.json'), 'utf8')).browser_specific_settings
  .gecko;
// Allows the extension in private windows, as the switch in about:addons does. Firefox takes this file over at its first
// start.
writeFileSync(
  join(profile, 'extension-preferences.json'),
  JSON.stringify({ [id]: { permissions: ['internal:privateBrowsingAllowed'], origins: [] } }),
);
// Runs after Firefox is closed, because hooks run in the reverse order.
afterAll(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
const own = useFirefox({ profile });

/** The width of the toolbar, or of what shows in its place; 0 where nothing shows. */
const barWidth = (page: Page) =>
  page.evaluate((bar) => document.querySelector(bar)?.getBoundingClientRect().width ?? 0, BAR);

/** How many articles and marks the collection has. */
const kept = async () =>
  (await rowsOf(own.options, 'articles')).length + (await rowsOf(own.options, 'annotations')).length;

test('from a private window of Firefox nothing is kept before the person has said so, and then it is', async () => {
  const address = `${own.server.origin}/ordinary-news.html`;
  const words = '早晨和傍晚光线柔和';
  expect(
    await own.options.evaluate(
      `browser.windows.create({ incognito: true, url: ${JSON.stringify(address)} }).then(({ incognito }) => incognito)`,
    ),
  ).toBe(true);
  const page = await until(
    async () => (await own.firefox.browser.pages()).find((one) => one.url() === address),
    'the private window',
  );
  await until(async () => (await textOf(page)).includes(words), 'the page');
  /** The width of the toolbar while it shows its usual buttons; 0 until it is measured. */
  let usual = 0;
  /** Presses the first colour of the toolbar. If no toolbar is shown, first selects the words. */
  const pressColour = async () => {
    if ((await barWidth(page)) === 0) await dragAcross(page, words);
    const colour = await firstColour(page);
    if (!colour) return;
    usual ||= await barWidth(page);
    await page.mouse.click(colour.x, colour.y);
  };
  await until(async () => {
    const width = await barWidth(page);
    // The refusal is shown for a moment in place of the toolbar. It is wider or narrower than the toolbar.
    if (usual > 0 && width > 0 && width !== usual) return true;
    await pressColour();
    return false;
  }, 'the refusal');
  expect(await kept()).toBe(0);
  expect(await isPainted(page, words)).toBe(false);

  // Gives the answer that the button in the popup gives, because a test cannot open a popup in Firefox.
  await own.options.evaluate(`browser.storage.session.set({ ${PRIVATE_ALLOWED}: true })`);
  await until(async () => {
    if (await isPainted(page, words)) return true;
    await pressColour();
    return false;
  }, 'the mark');
  await until(async () => (await kept()) === 2, 'the article and its mark');
});
