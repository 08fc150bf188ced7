import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { keepReadings } from '../../scripts/lib/views.mjs';
import { expectAccessible } from '../support/accessibility.ts';
import { textOf, until } from '../support/page.ts';
import { richReading } from '../support/richReading.mjs';
import { useFreshChromium } from '../support/useChromium.ts';

// A newer version of the extension has upgraded the database, and the user has gone back to this version.

const own = useFreshChromium();

async function openPanel(): Promise<Page> {
  const panel = await own.chromium.browser.newPage();
  await panel.setViewport({ width: 360, height: 800 });
  await panel.goto(`chrome-extension://${own.chromium.extensionId}/sidepanel.html`);
  return panel;
}
const press = async (page: Page, selector: string) =>
  (await page.waitForSelector(selector))!.evaluate((one) => (one as HTMLElement).click());

/**
 * Raises the version of the database, as a newer version of the extension would. Adds a table that this version does
 * not know.
 */
const raiseVersion = (page: Page) =>
  page.evaluate(async () => {
    const open = (version?: number) =>
      new Promise<IDBDatabase>((done, failed) => {
        const opening = indexedDB.open('pizhu', version);
        opening.onupgradeneeded = () => opening.result.createObjectStore('fromTheFuture');
        opening.onsuccess = () => done(opening.result);
        opening.onerror = () => failed(opening.error);
      });
    const now = await open();
    const { version } = now;
    now.close();
    // The number in IndexedDB is ten times the number in Dexie.
    const raised = await open(version + 10);
    raised.close();
  });

/** All rows of the database by table, and the version of the database. */
const everything = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string>((done, failed) => {
        const opening = indexedDB.open('pizhu');
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = async () => {
          const db = opening.result;
          const tables = [...db.objectStoreNames];
          const reading = db.transaction(tables);
          const rows = tables.map(
            (name) =>
              new Promise((all) => {
                const asked = reading.objectStore(name).getAll();
                asked.onsuccess = () => all([name, asked.result]);
              }),
          );
          const found = JSON.stringify([db.version, await Promise.all(rows)]);
          db.close();
          done(found);
        };
      }),
  );

test('a collection of a newer version is said to be so, is read, and nothing is written into it', async () => {
  const first = await openPanel();
  await keepReadings(first, [richReading]);
  await first.reload();
  await first.waitForSelector('[data-testid=article-row]');
  await first.goto(`chrome-extension://${own.chromium.extensionId}/notices.txt`);
  await raiseVersion(first);
  const before = await everything(first);
  await first.close();

  const panel = await openPanel();
  await panel.waitForSelector('[data-testid=read-only]');
  expect(await textOf(panel)).toContain('由更新版本的批注保存');
  await expectAccessible(panel, 'read-only collection');
  await press(panel, '[data-testid=article-row] .headline');
  await panel.waitForSelector('[data-testid=article-view]');
  expect(await textOf(panel)).toContain(richReading.article.title);
  await press(panel, '[data-testid=tab-text]');
  await until(async () => (await textOf(panel)).includes(richReading.article.text.slice(0, 10)), 'the text');

  await press(panel, '[data-testid=delete-article]');
  await until(async () => (await panel.$('.toast')) !== null, 'the refusal');
  expect(await panel.$eval('.toast', (toast) => toast.textContent)).toContain('更新版本的批注');
  expect(await panel.$('[data-testid=article-view]')).not.toBeNull();
  expect(await everything(panel)).toBe(before);
});
