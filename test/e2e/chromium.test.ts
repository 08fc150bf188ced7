import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseExport } from '@/lib/exchange/json.ts';
import { allowHost, launchChromium, openedSidePanel, openPopup } from '../../scripts/lib/chromium.mjs';
import { servePages } from '../../scripts/lib/server.mjs';
import { BAR, dragAcross, firstColour, isPainted, textOf, until } from '../support/page.ts';

const words = '每周公布一次进度';
const downloads = mkdtempSync(join(tmpdir(), 'pizhu-downloads-'));
let chromium: Awaited<ReturnType<typeof launchChromium>>;
let server: Awaited<ReturnType<typeof servePages>>;
let page: Page;
let popup: Page;
let panel: Page;

beforeAll(async () => {
  server = await servePages('test/pages');
  chromium = await launchChromium({ extensionDir: '.output/chrome-mv3' });
  page = await chromium.browser.newPage();
  await page.goto(`${server.origin}/district-meeting.html`);
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
  rmSync(downloads, { recursive: true, force: true });
});

test('before it is asked for, nothing of the extension is in the page', async () => {
  await dragAcross(page, words);
  expect(await page.$(BAR)).toBeNull();
});

test('a click on the icon shows what was read, and a click on a task scrolls the page to it', async () => {
  popup = await openPopup(chromium.browser, page, chromium.extensionId);
  await popup.waitForSelector('[data-testid=state-article]');
  const shown = await textOf(popup);
  for (const field of [
    '青山区部署汛前排水管网整治工作',
    '2025-03-04 09:30',
    '青山发布',
    '抢在雨季之前',
    '2716',
    '区委书记周明远',
  ])
    expect(shown).toContain(field);
  expect(shown).toContain('文中称 5 项，已识别 5 项');
  const tasks = await popup.$$('[data-testid=task]');
  expect(tasks).toHaveLength(10);
  await page.evaluate(() => scrollTo(0, 0));
  await tasks[9]!.click();
  await until(() => page.evaluate(() => scrollY > 0), 'the page to scroll');
  expect(await isPainted(page, '有限空间作业先通风')).toBe(true);
});

test('saving twice keeps one article, and the side panel opens on it by a real click', async () => {
  await popup.click('[data-testid=save]');
  await until(async () => (await textOf(popup)).includes('已保存'), 'the save');
  await (await popup.waitForSelector('[data-testid=save]:not([disabled])'))!.click();
  await until(async () => (await textOf(popup)).includes('已重新保存'), 'the update');
  await popup.click('[data-testid=open-panel]');
  panel = await openedSidePanel(chromium.browser, chromium.extensionId);
  await panel.waitForSelector('[data-testid=article-view]');
  await panel.click('[data-testid=back]');
  await panel.waitForSelector('[data-testid=article-row]');
  expect(await panel.$$('[data-testid=article-row]')).toHaveLength(1);
});

test('words selected with the mouse are highlighted at the click on a colour', async () => {
  await page.bringToFront();
  await dragAcross(page, words);
  const colour = await until(() => firstColour(page), 'the toolbar');
  await page.mouse.click(colour!.x, colour!.y);
  await until(() => isPainted(page, words), 'the highlight');
  expect(await page.evaluate(() => document.querySelector('#content')!.innerHTML.includes('pizhu'))).toBe(
    false,
  );
});

test('after a grant asked for with a click, the highlight comes back on reload, without another', async () => {
  await allowHost(chromium.browser, chromium.extensionId, '*://127.0.0.1/*');
  await page.bringToFront();
  popup = await openPopup(chromium.browser, page, chromium.extensionId);
  await popup.waitForSelector('[data-testid=state-article]');
  await (await popup.waitForSelector('details summary'))!.click();
  await popup.waitForSelector('[data-testid=grant-site]', { visible: true });
  await popup.$eval('details', (details) => details.scrollIntoView({ block: 'center' }));
  await popup.click('[data-testid=grant-site]');
  await until(
    () => popup.evaluate("chrome.permissions.contains({ origins: ['*://127.0.0.1/*'] })") as Promise<boolean>,
    'the grant',
  );
  await page.reload();
  await until(() => isPainted(page, words), 'the highlight after the reload');
});

test('the panel shows the mark, takes a note and a tag, and finds the article by them', async () => {
  await panel.bringToFront().catch(() => {});
  await panel.click('[data-testid=article-row] .headline');
  await panel.waitForSelector('[data-testid=mark]');
  expect(await panel.$eval('[data-testid=mark] blockquote', (quote) => quote.textContent)).toBe(words);
  await panel.type('[data-testid=mark] [data-testid=note]', '下周核对公布的进度');
  await panel.type('[data-testid=mark] [data-testid=add-tag]', '跟进\n');
  await until(async () => (await textOf(panel)).includes('跟进 ×'), 'the tag');
  await page.evaluate(() => scrollTo(0, 0));
  await panel.click('[data-testid=mark-jump]');
  await until(() => page.evaluate(() => scrollY > 0), 'the jump');
  await panel.click('[data-testid=back]');
  await panel.waitForSelector('[data-testid=search]');
  await panel.type('[data-testid=search]', '核对公布');
  await until(async () => (await panel.$$('[data-testid=article-row]')).length === 1, 'the found article');
  await panel.type('[data-testid=search]', '没有的词');
  await until(async () => (await panel.$$('[data-testid=article-row]')).length === 0, 'no article');
  await panel.$eval('[data-testid=search]', (field) => {
    (field as HTMLInputElement).value = '';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
});

test('the export is a file on disk that reads back with text, tasks, note and tag', async () => {
  const session = await chromium.browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
  await panel.waitForSelector('[data-testid=article-row]');
  await panel.click('[data-testid=export-all]');
  const name = await until(
    // Chromium gives the file another name where the machine's locale cannot write a Chinese one.
    async () => readdirSync(downloads).find((file) => !file.endsWith('.crdownload')),
    'the file',
  );
  const { articles } = parseExport(readFileSync(join(downloads, name!), 'utf8'));
  expect(articles).toHaveLength(1);
  const { saved, texts, annotations } = articles[0]!;
  expect(saved.article).toMatchObject({ title: '青山区部署汛前排水管网整治工作', views: 2716 });
  expect(saved.taskLists.map(({ tasks }) => tasks.length)).toEqual([5, 5]);
  const text = texts.find(({ sha256 }) => sha256 === saved.sha256)!.text;
  for (const { tasks } of saved.taskLists)
    for (const task of tasks) expect(text.slice(task.start, task.end)).toBe(task.text);
  expect(annotations).toHaveLength(1);
  expect(annotations[0]!.body.map(({ value }) => value)).toEqual(['下周核对公布的进度', '跟进']);
  const { captured } = annotations[0]!.target;
  expect(text.slice(captured!.start, captured!.end)).toBe(words);
});

test('a deleted mark leaves the page and comes back by undo', async () => {
  await panel.waitForSelector('[data-testid=article-row] .headline');
  await panel.click('[data-testid=article-row] .headline');
  await panel.waitForSelector('[data-testid=mark-delete]');
  await panel.click('[data-testid=mark-delete]');
  await until(async () => !(await isPainted(page, words)), 'the highlight to go');
  await panel.click('[data-testid=undo]');
  await until(() => isPainted(page, words), 'the highlight to come back');
});

test('a deleted article comes back with its mark by undo', async () => {
  await panel.click('[data-testid=delete-article]');
  await panel.waitForSelector('[data-testid=state-empty]');
  await panel.click('[data-testid=undo]');
  await panel.waitForSelector('[data-testid=article-row]');
  await until(async () => (await textOf(panel)).includes('1 处标记'), 'the count of marks');
});

test('a browser page is said to be restricted', async () => {
  const other = await chromium.browser.newPage();
  await other.goto('chrome://version');
  const refused = await openPopup(chromium.browser, other, chromium.extensionId);
  await refused.waitForSelector('[data-testid=state-restricted]');
  expect(await textOf(refused)).toContain('此页无法读取');
  await other.close();
});
