import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPopup } from '../../scripts/lib/chromium.mjs';
import { press, seen } from '../../scripts/lib/seen.mjs';
import { expectAccessible, expectNoOverflow } from '../support/accessibility.ts';
import { batchOfList, begin } from '../support/batches.ts';
import { downloaded, pressExport } from '../support/download.ts';
import { cardOf, newsPage, paragraphs, selectWords } from '../support/journey.ts';
import { askAboutTab } from '../support/messages.ts';
import { BAR, CARD, textOf, until } from '../support/page.ts';
import { usePreparedChromium } from '../support/preparedChromium.ts';

// Pages are kept as they were, with their pictures, once the person has switched this on. The tests follow the file of
// one page from the switch to the evidence ZIP.

/** The address of an empty picture. A data URL, so that the server needs no file for the picture. */
const PICTURE = 'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg"/%3E';
const title = '市里部署夜间排水';
const downloads = mkdtempSync(join(tmpdir(), 'pizhu-snapshots-'));
const body = paragraphs('会议要求，各街道在汛期前疏通夜间排水口。', '值班人员每两小时巡查一次。');
const pages = new Map([
  ['snapshot.html', newsPage(title, `${body}<img id="picture" alt="示意图" src='${PICTURE}'>`)],
  ['snapshot-2.html', newsPage('第二篇排水简报', paragraphs('各泵站逐日上报水位。', '夜间由值班站长签字。'))],
  [
    'snapshot-3.html',
    newsPage('第三篇排水简报', paragraphs('泵站检修要在入汛前完成。', '检修记录逐站存档。')),
  ],
]);
// Runs after the browser is closed, because hooks run in the reverse order.
afterAll(() => rmSync(downloads, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
// Notes that the person has once accepted the browser's prompt for the permission, which nobody can answer in headless
// mode. The browser then grants the permission without the prompt, but only when the extension asks for it during a click.
const own = usePreparedChromium(pages, (recorded) => {
  recorded.granted_permissions.api.push('pageCapture');
  recorded.runtime_granted_permissions ??= structuredClone({ ...recorded.granted_permissions, api: [] });
  recorded.runtime_granted_permissions.api.push('pageCapture');
});

beforeAll(async () => {
  const session = await own.chromium.browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
});
const isAllowed = () =>
  own.options.evaluate(`chrome.permissions.contains({ permissions: ['pageCapture'] })`) as Promise<boolean>;
/** Switches snapshots on or off with a click on the settings page. */
async function turn(on: boolean) {
  await own.options.bringToFront();
  await press(own.options, '[data-testid=keep-snapshots]');
  await until(async () => (await isAllowed()) === on, `the permission to be ${on}`);
}
const total = () =>
  own.options.$eval('[data-testid=snapshots-total]', ({ textContent }) => textContent ?? '').catch(() => '');
/** The file that is downloaded by a click, once it is complete. */
async function downloadedBy(click: () => Promise<unknown>): Promise<Buffer> {
  rmSync(downloads, { recursive: true, force: true });
  await click();
  return downloaded(downloads, (file) => file);
}
/** Saves the page of a tab in the popup, and returns what became of its snapshot. */
async function save(page: Page): Promise<string> {
  const popup = await openPopup(own.chromium.browser, page, own.chromium.extensionId);
  await press(popup, '[data-testid=save]');
  await until(
    async () =>
      /已保存$|已重新保存$/.test(await popup.$eval('[role=status]', (one: Element) => one.textContent ?? '')),
    'the page saved',
  );
  const { value } = await askAboutTab(own.options, 'tab.snapshot', page.url());
  return (value as { outcome: string }).outcome;
}

test('a page is kept as it was by a switch, saved as a file, deleted and restored, and put into the evidence', async () => {
  expect(await isAllowed()).toBe(false);
  await expectAccessible(own.options, 'options with the switch');
  await turn(true);
  const page = await own.chromium.browser.newPage();
  await page.goto(`${own.server.origin}/snapshot.html`);
  expect(await save(page)).toBe('kept');
  await until(async () => (await total()).includes('1 份'), 'the total');

  const view = await own.open('sidepanel.html');
  await press(view, '[data-testid=article-row] .headline');
  await seen(view, '[data-testid=snapshot]');
  expect(await textOf(view)).toMatch(/网页快照 \d+ kB，/);
  await expectAccessible(view, 'article with its snapshot');
  await view.setViewport({ width: 360, height: 800 });
  await expectNoOverflow(view, 'article with its snapshot, narrow');
  const file = await downloadedBy(() => press(view, '[data-testid=snapshot-save]'));
  const mhtml = file.toString('utf8');
  expect(mhtml).toContain(`Snapshot-Content-Location: ${page.url()}`);
  // MHTML has the text in the encoding quoted-printable (RFC 2045).
  expect(mhtml.replace(/=\r\n/g, '')).toContain(
    [...Buffer.from('疏通夜间排水口')].map((byte) => `=${byte.toString(16).toUpperCase()}`).join(''),
  );
  expect(mhtml).not.toContain('<script');

  await press(view, '[data-testid=snapshot-delete]');
  await until(async () => (await view.$('[data-testid=snapshot]')) === null, 'the snapshot gone');
  await press(view, '.toast [data-testid=undo]');
  await seen(view, '[data-testid=snapshot]');

  await own.options.bringToFront();
  await own.options.select('[data-testid=export-format]', 'evidence');
  const zipped = await downloadedBy(() => pressExport(own.options));
  const zip = await JSZip.loadAsync(zipped);
  const path = Object.keys(zip.files).find((one) => one.endsWith('.mhtml'))!;
  expect(path).toMatch(/^市里部署夜间排水\/page-\d{4}-\d\d-\d\d\.mhtml$/);
  const inside = await zip.file(path)!.async('nodebuffer');
  expect(inside.equals(file)).toBe(true);
  const sum = createHash('sha256').update(inside).digest('hex');
  expect(await zip.file('SHA256SUMS')!.async('text')).toContain(`${sum}  ${path}\n`);
  const html = await zip.file('市里部署夜间排水/article.html')!.async('text');
  expect(html).toContain(sum);
  await page.close();
  await view.close();
});

test('notes and tags in an open card are no part of the page as it was', async () => {
  if (!(await isAllowed())) await turn(true);
  const page = await own.chromium.browser.newPage();
  await page.goto(`${own.server.origin}/snapshot-3.html`);
  await page.bringToFront();
  await until(async () => {
    await selectWords(page, '入汛前完成');
    return page.$(BAR);
  }, 'the toolbar');
  await until(async () => {
    await page.keyboard.press('n');
    return page.$(CARD);
  }, 'the card');
  await cardOf(page);
  expect(await save(page)).toBe('kept');
  // The card is still on the page, so it was there when the snapshot was made.
  await cardOf(page);
  const view = await own.open('sidepanel.html');
  const row = await until(
    () => seen(view, '[data-testid=article-row] .headline ::-p-text(第三篇排水简报)'),
    'the article',
  );
  await row.click();
  await seen(view, '[data-testid=snapshot]');
  const mhtml = (await downloadedBy(() => press(view, '[data-testid=snapshot-save]'))).toString('utf8');
  expect(mhtml).toContain(`Snapshot-Content-Location: ${page.url()}`);
  expect(mhtml).not.toContain('card.html');
  expect(mhtml.trimEnd().endsWith('--')).toBe(true);
  await page.close();
  await view.close();
});

test('a batch keeps its pages as they were before it closes their tabs', async () => {
  if (!(await isAllowed())) await turn(true);
  const before = Number(/\d+/.exec(await total())?.[0] ?? 0);
  const list = await own.chromium.browser.newPage();
  pages.set(
    'snapshot-list.html',
    `<meta charset="utf-8"><ul id="list"><li><a href="snapshot-2.html">第二篇</a></li></ul>`,
  );
  await list.goto(`${own.server.origin}/snapshot-list.html`);
  const batch = await batchOfList(own.chromium.browser, list);
  await begin(batch);
  await until(async () => (await textOf(batch)).includes('已保存 1，'), 'the page saved');
  await until(async () => (await total()).includes(`${before + 1} 份`), 'one snapshot more');
  expect(await textOf(batch)).not.toContain('没有保存');
  await batch.close();
  await list.close();
});

test('all are deleted at once, and once switched off no page is kept as it was any more', async () => {
  await own.options.bringToFront();
  await press(own.options, '[data-testid=erase-snapshots]');
  await press(own.options, '[data-testid=erase-snapshots-confirm]');
  await until(async () => (await total()) === '', 'no snapshot');
  if (await isAllowed()) await turn(false);
  const page = await own.chromium.browser.newPage();
  await page.goto(`${own.server.origin}/snapshot.html`);
  expect(await save(page)).toBe('off');
  expect(await total()).toBe('');
});
