import type { Page } from 'puppeteer-core';
import { beforeEach, expect, test } from 'vitest';
import { activate, seen } from '../../scripts/lib/seen.mjs';
import { keepReadings } from '../../scripts/lib/views.mjs';
import { expectAccessible } from '../support/accessibility.ts';
import {
  cardOf,
  markedWords,
  markWords,
  newsPage,
  openPage,
  paragraphs,
  selectWords,
  untilMarked,
} from '../support/journey.ts';
import { BAR, boxOf, GRIP, textOf, until } from '../support/page.ts';
import { richReading } from '../support/richReading.mjs';
import { useFreshChromium } from '../support/useChromium.ts';

// A newer version of the extension has upgraded the database, and the user has gone back to this version.

const own = useFreshChromium();

// Deletes the database of a newer version that the previous test has left.
beforeEach(async () => {
  await own.page.goto(`chrome-extension://${own.chromium.extensionId}/notices.txt`);
  await own.page.evaluate(
    () =>
      new Promise<void>((done, failed) => {
        const deleting = indexedDB.deleteDatabase('pizhu');
        deleting.onsuccess = () => done();
        deleting.onerror = () => failed(deleting.error);
      }),
  );
});

async function openPanel(): Promise<Page> {
  const panel = await own.chromium.browser.newPage();
  await panel.setViewport({ width: 360, height: 800 });
  await panel.goto(`chrome-extension://${own.chromium.extensionId}/sidepanel.html`);
  return panel;
}

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
    // Raises Dexie's version by one, which is ten in IndexedDB.
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
  await seen(first, '[data-testid=article-row]');
  await first.goto(`chrome-extension://${own.chromium.extensionId}/notices.txt`);
  await raiseVersion(first);
  const before = await everything(first);
  await first.close();

  const panel = await openPanel();
  await seen(panel, '[data-testid=read-only]');
  expect(await textOf(panel)).toContain('由更新版本的批注保存');
  await expectAccessible(panel, 'read-only collection');
  await activate(panel, '[data-testid=article-row] .headline');
  await seen(panel, '[data-testid=article-view]');
  expect(await textOf(panel)).toContain(richReading.article.title);
  await activate(panel, '[data-testid=tab-text]');
  await until(async () => (await textOf(panel)).includes(richReading.article.text.slice(0, 10)), 'the text');

  for (const control of ['delete-article', 'star', 'mark-unread', 'correct-fields', 'step-undo'])
    await seen(panel, `[data-testid=${control}]:disabled`);
  // The keyboard shortcut for undo is not disabled as the button is, but the collection refuses the change.
  await panel.keyboard.down('Control');
  await panel.keyboard.press('z');
  await panel.keyboard.up('Control');
  await until(async () => (await panel.$('.toast')) !== null, 'the refusal');
  expect(await panel.$eval('.toast', (toast) => toast.textContent)).toContain('更新版本的批注');
  expect(await panel.$('[data-testid=article-view]')).not.toBeNull();
  expect(await everything(panel)).toBe(before);
});

test('on a page the marks of a newer version show, and toolbar and card say why they cannot be changed', async () => {
  const { page } = own;
  const [words, others] = ['沿河步道夜间开放', '步道照明逐段更换'];
  await openPage(
    page,
    own.server,
    own.pages,
    'newer.html',
    newsPage('步道夜间开放', paragraphs(`入夏以后，${words}。`, `入秋以前，${others}。`)),
  );
  await markWords(page, words);
  await untilMarked(page, [words]);
  const raw = await own.chromium.browser.newPage();
  await raw.goto(`chrome-extension://${own.chromium.extensionId}/notices.txt`);
  await raiseVersion(raw);
  const before = await everything(raw);
  // Stops the background, because the browser restarts an extension whose version has changed.
  const worker = await own.chromium.browser.waitForTarget((one) => one.type() === 'service_worker');
  await (await worker.worker())!.close();
  await page.bringToFront();
  await page.reload();
  await untilMarked(page, [words]);

  // The tools are in a closed shadow tree, which only the browser's accessibility tree shows.
  const said = async () =>
    JSON.stringify(await page.accessibility.snapshot({ interestingOnly: false } as never));
  await selectWords(page, others);
  await until(async () => (await said()).includes('由更新版本的批注保存'), 'the sentence in the toolbar');
  const tools = await said();
  expect(tools).toContain('复制引文');
  expect(tools).not.toContain('"name":"标签"');
  await page.keyboard.press('Escape');
  await until(async () => (await page.$(BAR)) === null, 'the toolbar to close');

  const box = await boxOf(page, words);
  await page.mouse.click(box.left + 20, box.middle);
  const card = await cardOf(page);
  await seen(card, '[data-testid=read-only]');
  await seen(card, '[data-testid=note]:read-only');
  for (const control of ['add-tag', 'card-delete', 'start-on'])
    await seen(card, `[data-testid=${control}]:disabled`);
  expect(await page.$(GRIP)).toBeNull();
  expect(await markedWords(page)).toEqual([words]);
  expect(await everything(raw)).toBe(before);
});
