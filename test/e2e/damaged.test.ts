import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { launchChromium } from '../../scripts/lib/chromium.mjs';
import { launchFirefox } from '../../scripts/lib/firefox.mjs';
import { activate, seen } from '../../scripts/lib/seen.mjs';
import { keepReadings } from '../../scripts/lib/views.mjs';
import { expectAccessible } from '../support/accessibility.ts';
import { textOf, until } from '../support/page.ts';
import { richReading } from '../support/richReading.mjs';

// Tests with a database whose files are damaged, which cannot be opened, or whose opening another context blocks.

type Browser = { open(file: string): Promise<Page>; close(): Promise<void> };
let profile: string;
let browser: Browser;

beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'pizhu-damaged-'));
});
afterEach(async () => {
  await browser?.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

async function startChromium(): Promise<Browser & { id: string }> {
  const chromium = await launchChromium({ extensionDir: '.output/chrome-mv3', profile });
  const id = chromium.extensionId;
  /** Opens a page of the extension. Tries again until the browser has loaded the extension. */
  const open = (file: string) =>
    until(async () => {
      const page = await chromium.browser.newPage();
      try {
        await page.goto(`chrome-extension://${id}/${file}`);
        return page;
      } catch {
        await page.close();
        return null;
      }
    }, 'the extension');
  return { id, open, close: () => chromium.close() };
}
const folderOf = (id: string) =>
  join(profile, 'Default/IndexedDB', `chrome-extension_${id}_0.indexeddb.leveldb`);

const uuid = randomUUID();
async function startFirefox(): Promise<Browser> {
  const firefox = await launchFirefox({ extensionDir: '.output/firefox-mv3', profile, uuid });
  return { open: (file) => firefox.openExtensionPage(file), close: () => firefox.close() };
}
/** Finds the file of the collection among the databases that the extension has in Firefox. */
function fileInFirefox(): string {
  const folder = join(profile, 'storage/default', `moz-extension+++${uuid}`, 'idb');
  const files = readdirSync(folder).filter((name) => name.endsWith('.sqlite'));
  const own = files.filter((name) => readFileSync(join(folder, name)).includes('annotations'));
  expect(own).toHaveLength(1);
  return join(folder, own[0]!);
}

const rows = async (page: Page) => (await page.$$('[data-testid=article-row]')).length;
const failed = (page: Page) => seen(page, '[data-testid=state-error]');

/** Saves an article and makes a backup. */
async function keepAndBackUp() {
  const panel = await browser.open('sidepanel.html');
  await seen(panel, '[data-testid=state-empty]');
  await keepReadings(panel, [richReading]);
  await until(async () => (await rows(panel)) === 1, 'the article');
  const options = await browser.open('options.html');
  await activate(options, '[data-testid=backup-now]');
  await seen(options, '[data-testid=backup-restore]');
  await until(
    () =>
      options.evaluate(
        `chrome.storage.local.get('keptArticles').then((all) => all.keptArticles === 1)`,
      ) as Promise<boolean>,
    'the count',
  );
}

/** Waits until the panel says that the collection has become empty, and restores the backup. */
async function restoreWhereEmptied(panel: Page) {
  await seen(panel, '[data-testid=state-emptied]');
  await activate(panel, '[data-testid=backup-restore]');
  await until(async () => (await rows(panel)) === 1, 'the article from the backup');
}

test('in Chromium a damaged database is said to have become empty, and is restored from the backup', async () => {
  const first = await startChromium();
  browser = first;
  await keepAndBackUp();
  await first.close();
  const folder = folderOf(first.id);
  for (const name of readdirSync(folder))
    if (/\.(log|ldb)$|^MANIFEST/.test(name))
      writeFileSync(join(folder, name), Buffer.alloc(readFileSync(join(folder, name)).length, 0x55));
  browser = await startChromium();
  const panel = await browser.open('sidepanel.html');
  await restoreWhereEmptied(panel);
});

test('in Chromium a database that the disk refuses is said to be so, with its backup, and opens when it can', async () => {
  const first = await startChromium();
  browser = first;
  await keepAndBackUp();
  await first.close();
  const folder = folderOf(first.id);
  // Puts a file in place of the folder. Not even root can open it as a folder.
  renameSync(folder, `${folder}.away`);
  writeFileSync(folder, '');
  browser = await startChromium();
  const panel = await browser.open('sidepanel.html');
  await failed(panel);
  expect(await textOf(panel)).toContain('无法打开本机数据库');
  await seen(panel, '[data-testid=damaged]');
  await expectAccessible(panel, 'a database that does not open');
  rmSync(folder, { recursive: true });
  renameSync(`${folder}.away`, folder);
  await until(async () => {
    await (await panel.$('[data-testid=try-again]'))?.evaluate((one) => (one as HTMLElement).click());
    return (await rows(panel)) === 1;
  }, 'the article, unchanged');
});

test('in Firefox a database without its head is said to have become empty, and is restored', async () => {
  browser = await startFirefox();
  await keepAndBackUp();
  await browser.close();
  const file = fileInFirefox();
  rmSync(`${file}-wal`, { force: true });
  writeFileSync(file, readFileSync(file).fill(0x55, 0, 100));
  browser = await startFirefox();
  const panel = await browser.open('sidepanel.html');
  await restoreWhereEmptied(panel);
});

test('in Firefox a database that no longer opens is deleted by hand, and restored from the backup', async () => {
  browser = await startFirefox();
  await keepAndBackUp();
  await browser.close();
  const file = fileInFirefox();
  if (existsSync(`${file}-wal`)) rmSync(`${file}-wal`);
  writeFileSync(file, readFileSync(file).fill(0x55, 4096));
  browser = await startFirefox();
  const panel = await browser.open('sidepanel.html');
  await failed(panel);
  await activate(panel, '[data-testid=damaged-begin]');
  await activate(panel, '[data-testid=damaged-begin-confirm]');
  await restoreWhereEmptied(panel);
});

/** Replaces the collection with a database of version 1, and keeps that open, as a frozen page would. */
const holdOld = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((done, failed) => {
        // No other context can open the database between the two requests, because the browser runs them in order.
        indexedDB.deleteDatabase('pizhu');
        const opening = indexedDB.open('pizhu', 10);
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          Object.assign(globalThis, { held: opening.result });
          done();
        };
      }),
  );

test.each([
  ['Chromium', startChromium],
  ['Firefox', startFirefox],
] as const)(
  'in %s a database that another context holds up is said to be so, and opens later',
  async (_, start) => {
    browser = await start();
    const old = await browser.open('notices.txt');
    await holdOld(old);
    const panel = await browser.open('sidepanel.html');
    await failed(panel);
    expect(await textOf(panel)).toMatch(/占用着数据库|using the database/);
    expect(await panel.$('[data-testid=damaged]')).toBeNull();
    await old.close();
    await until(async () => {
      await (await panel.$('[data-testid=try-again]'))?.evaluate((one) => (one as HTMLElement).click());
      return panel.$('[data-testid=state-empty]');
    }, 'the collection');
  },
);
