import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../scripts/lib/chromium.mjs';
import { activate, seen } from '../../scripts/lib/seen.mjs';
import { keepReading } from '../../scripts/lib/views.mjs';
import { expectAccessible } from '../support/accessibility.ts';
import { textOf, until, untilGone } from '../support/page.ts';
import { richReading } from '../support/richReading.mjs';

let chromium: Awaited<ReturnType<typeof launchChromium>>;
let options: Page;
beforeAll(async () => {
  chromium = await launchChromium({ extensionDir: '.output/chrome-mv3' });
  options = await open('options.html');
});
afterAll(() => chromium?.close());

async function open(file: string): Promise<Page> {
  const page = await chromium.browser.newPage();
  await page.goto(`chrome-extension://${chromium.extensionId}/${file}`);
  return page;
}
const rows = async (page: Page) => (await page.$$('[data-testid=article-row]')).length;

/** Stores a folder as if the person had chosen it, because a test cannot answer the browser's own dialog. */
const chooseFolder = (page: Page) =>
  page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('outside', { create: true });
    await new Promise<void>((done, failed) => {
      const opening = indexedDB.open('pizhu-folder', 10);
      opening.onupgradeneeded = () => opening.result.createObjectStore('folders', { keyPath: 'id' });
      opening.onsuccess = () => {
        const { result } = opening;
        const putting = result.transaction('folders', 'readwrite');
        putting.objectStore('folders').put({ id: 'backups', folder });
        putting.oncomplete = () => {
          result.close();
          done();
        };
      };
      opening.onerror = () => failed(opening.error);
    });
  });

/** Empties the database, as the browser or a damaged disk may do. Data that is kept outside the database stays. */
const clearDatabase = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        const opening = indexedDB.open('pizhu');
        opening.onsuccess = () => {
          const { result } = opening;
          const clearing = result.transaction([...result.objectStoreNames], 'readwrite');
          for (const name of result.objectStoreNames) clearing.objectStore(name).clear();
          clearing.oncomplete = () => {
            result.close();
            done();
          };
        };
      }),
  );

/** The names of the files in the person's folder. */
const outside = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const names: string[] = [];
    const folder = await root.getDirectoryHandle('outside');
    for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys())
      names.push(name);
    return names;
  });

test('a backup at a click goes into the chosen folder too, and an emptied collection is restored from it', async () => {
  for (const n of [1, 2])
    await keepReading(options, {
      ...richReading,
      url: `https://www.qingshan.example/zw/${n}.html`,
      article: { ...richReading.article, title: `第${n}篇`, text: `${richReading.article.text}\n${n}` },
    });
  await chooseFolder(options);
  await options.reload();
  await until(async () => (await textOf(options)).includes('副本文件夹：outside'), 'the folder');
  await activate(options, '[data-testid=backup-now]');
  await until(async () => (await textOf(options)).includes('已备份，并存入副本文件夹'), 'the copy');
  const [copy] = await outside(options);
  expect(copy).toMatch(/^pizhu-\d{4}-.*\.2\.[0-9a-f]{64}\.json$/);
  await expectAccessible(options, 'options with backups');

  const panel = await open('sidepanel.html');
  await until(async () => (await rows(panel)) === 2, 'the list');
  await until(
    async () =>
      (await panel.evaluate(`chrome.storage.local.get('keptArticles').then((all) => all.keptArticles)`)) ===
      2,
    'the count',
  );
  await clearDatabase(panel);
  await panel.reload();
  await seen(panel, '[data-testid=state-emptied]');
  await activate(panel, '[data-testid=backup-restore]');
  await until(async () => (await rows(panel)) === 2, 'both articles');
  await panel.close();

  // Restores the backup from the settings page into an empty collection.
  await clearDatabase(options);
  await options.reload();
  await activate(options, '[data-testid=backup-restore]');
  await until(async () => (await textOf(options)).includes('已恢复 2 篇'), 'the articles');
});

test('a permission for the folder that has lapsed is said when the panel opens, and a click brings it back', async () => {
  const panel = await chromium.browser.newPage();
  await panel.evaluateOnNewDocument(() => {
    let state = 'prompt';
    const handle = FileSystemDirectoryHandle.prototype as unknown as Record<string, () => Promise<string>>;
    handle.queryPermission = async () => state;
    handle.requestPermission = async () => {
      state = 'granted';
      return state;
    };
  });
  await panel.goto(`chrome-extension://${chromium.extensionId}/sidepanel.html`);
  await seen(panel, '[data-testid=folder-lapsed]');
  await expectAccessible(panel, 'lapsed folder');
  await activate(panel, '[data-testid=folder-allow]');
  await untilGone(panel, '[data-testid=folder-lapsed]');
  await panel.close();
});
