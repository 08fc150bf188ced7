import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import mammoth from 'mammoth';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { exportParts } from '@/lib/exchange/json.ts';
import { parseExport } from '@/lib/exchange/readExport.ts';
import { press, seen } from '../../scripts/lib/seen.mjs';
import { downloaded, pressExport } from '../support/download.ts';
import { markOn, richBundle } from '../support/exchanged.ts';
import { until } from '../support/page.ts';
import { sampleSaved } from '../support/samples.ts';
import { useFreshChromium } from '../support/useChromium.ts';

// Reads files that the built extension exports with other tools, and imports files into the extension.

const own = useFreshChromium({ granted: false });
const folder = mkdtempSync(join(tmpdir(), 'pizhu-exchange-'));
const downloads = join(folder, 'downloads');
const file = join(folder, 'collection.json');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const mark = markOn('碧水', ['水务'], '要点');
const first = richBundle([mark]);
/** Another article, without tasks or marks. */
const second = {
  saved: sampleSaved({
    id: crypto.randomUUID(),
    url: 'https://www.lanqiao.example/2.html',
    addresses: ['//lanqiao.example/2.html'],
  }),
  texts: [],
  annotations: [],
};
first.saved.addresses = ['//lanqiao.example/zwyw/202503/t20250312_1.html'];
writeFileSync(file, (await exportParts([first, second], 'Pizhu test')).join(''));

let options: Page;
beforeEach(async () => {
  rmSync(downloads, { recursive: true, force: true });
  const session = await own.chromium.browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
  options = await open('options.html');
  await bringIn(file);
});

async function open(name: string): Promise<Page> {
  const page = await own.chromium.browser.newPage();
  await page.goto(`chrome-extension://${own.chromium.extensionId}/${name}`);
  return page;
}

const noticeOf = (page: Page) =>
  page.$eval('[data-testid=import-notice]', ({ textContent }) => textContent ?? '');

async function choose(path: string) {
  const input = await seen(options, '[data-testid=import-file]:not([disabled])');
  await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
}

async function bringIn(path: string) {
  await choose(path);
  await press(options, '[data-testid=import-apply]');
  await until(async () => (await noticeOf(options)).includes('2'), 'the import');
}

/** Exports in a format, and returns the content of the file once it is complete. */
async function exported(page: Page, format: string, button = 'export-all', within = ''): Promise<Buffer> {
  rmSync(downloads, { recursive: true, force: true });
  await page.select(`${within} [data-testid=export-format]`, format);
  await pressExport(page, button);
  return downloaded(downloads, (file) => file);
}

test('a file is shown before it comes in, and an import is taken back whole', async () => {
  await choose(file);
  const plan = await seen(options, '[data-testid=import-plan]');
  expect(await plan!.evaluate(({ textContent }) => textContent)).toMatch(/2/);
  expect(await options.$('[data-testid=import-apply]')).toBeNull();
  await press(options, '[data-testid=import-undo]');
  await until(async () => (await options.$('[data-testid=import-undo]')) === null, 'the undo');
  await choose(file);
  await seen(options, '[data-testid=import-apply]');
});

test('an import that was cut short goes on with the copy of its file', async () => {
  const undo = async () => {
    await press(options, '[data-testid=import-undo]');
    await until(async () => (await options.$('[data-testid=import-undo]')) === null, 'the undo');
  };
  await undo();
  // An import deletes its copy of the file at its end. Prevents this, as if the page had been closed before the end.
  await options.evaluate(() => {
    FileSystemDirectoryHandle.prototype.removeEntry = async () => {};
  });
  await bringIn(file);
  await undo();
  const copies = () =>
    options.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const names: string[] = [];
      const imports = await root.getDirectoryHandle('imports');
      for await (const name of (imports as unknown as { keys(): AsyncIterable<string> }).keys())
        names.push(name);
      return names;
    });
  const [importId] = await copies();
  const last = { importId, isFinished: false, place: 1, count: 1, hasCopy: true };
  await options.evaluate((json) => localStorage.setItem('lastImport', json), JSON.stringify(last));
  await options.reload();
  await press(options, '[data-testid=import-continue]');
  await until(async () => (await noticeOf(options)).includes('2'), 'the rest of the import');
  expect(await copies()).toEqual([]);
  expect(await options.$('[data-testid=import-continue]')).toBeNull();
  const json = parseExport((await exported(options, 'json')).toString());
  expect(json.articles.map(({ saved }) => saved.id)).toEqual([second.saved.id]);
});

test('what is selected in the panel leaves as files that other tools read', async () => {
  const panel = await open('sidepanel.html');
  await seen(panel, '[data-testid=article-row]');
  const rows = await panel.$$('[data-testid=article-row]');
  const titles = await Promise.all(rows.map((row) => row.evaluate(({ textContent }) => textContent ?? '')));
  const at = titles.findIndex((title) => title.includes(first.saved.article.title));
  await (await rows[at]!.$('input[type=checkbox]'))!.click();
  await press(panel, '[data-testid=bulk-export]');
  await seen(panel, '[data-testid=export-selected]');
  const of = (format: string) => exported(panel, format, 'export-selected', '[data-testid=bulk-bar]');
  const json = parseExport((await of('json')).toString());
  expect(json.articles.map(({ saved }) => saved.id)).toEqual([first.saved.id]);
  expect(json.articles[0]!.annotations).toEqual([mark]);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await of('xlsx')) as never);
  expect(book.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
    ['文章', 2],
    ['标记', 2],
    ['任务', 9],
  ]);
  const { value } = await mammoth.extractRawText({ buffer: await of('docx-report') });
  expect(value).toContain('碧水');
  const evidence = await JSZip.loadAsync(await of('evidence'));
  expect(Object.keys(evidence.files).some((path) => path.endsWith('article.html'))).toBe(true);
  expect((await of('csv-tasks')).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
});

test('an Excel workbook larger than what fflate would give to a worker is made too', async () => {
  const large = join(folder, 'large.json');
  const note = Array.from({ length: 30_000 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * 7919) % 20_000)));
  const bundles = Array.from({ length: 8 }, (_, i) => ({
    ...second,
    saved: {
      ...second.saved,
      id: crypto.randomUUID(),
      url: `https://www.lanqiao.example/large/${i}.html`,
      addresses: [`//lanqiao.example/large/${i}.html`],
      note: note.join(''),
    },
  }));
  writeFileSync(large, (await exportParts(bundles, 'Pizhu test')).join(''));
  await choose(large);
  await press(options, '[data-testid=import-apply]');
  await until(async () => (await noticeOf(options)).includes('8'), 'the import');
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await exported(options, 'xlsx')) as never);
  expect(book.getWorksheet('文章')!.rowCount).toBe(11);
});

test('evidence opens in a browser with nothing asked of the network', async () => {
  const zip = await JSZip.loadAsync(await exported(options, 'evidence'));
  const path = Object.keys(zip.files).find((one) => one.endsWith('article.html') && one.includes('碧水'))!;
  const page = join(folder, 'evidence.html');
  writeFileSync(page, await zip.file(path)!.async('nodebuffer'));
  const tab = await own.chromium.browser.newPage();
  const asked: string[] = [];
  tab.on('request', (request) => asked.push(request.url()));
  const failures: string[] = [];
  tab.on('pageerror', (error) => failures.push(String(error)));
  tab.on('console', (message) => failures.push(message.text()));
  await tab.goto(`file://${page}`, { waitUntil: 'networkidle0' });
  expect(asked).toEqual([`file://${page}`]);
  expect(failures).toEqual([]);
  expect(await tab.$$eval('mark', (marks) => marks.map(({ textContent }) => textContent))).toContain('碧水');
});
