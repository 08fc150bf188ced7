import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { beforeEach, expect, test } from 'vitest';
import { parseExport } from '@/lib/exchange/readExport.ts';
import { allowHost, openPopup, openSidePanel } from '../../scripts/lib/chromium.mjs';
import { press, seen, typeInto } from '../../scripts/lib/seen.mjs';
import { downloadedText, pressExport } from '../support/download.ts';
import {
  BAR,
  dragAcross,
  firstColour,
  isPainted,
  isStubRegistered,
  tagsOn,
  textOf,
  until,
  untilGone,
} from '../support/page.ts';
import { useFreshChromium } from '../support/useChromium.ts';

// Tests the steps of a user's work, one by one. Each test starts with an empty collection, without access to any site,
// and with a page that the extension has not touched.

const words = '每周公布一次进度';
const own = useFreshChromium({ granted: false });
let page: Page;

beforeEach(async () => {
  page = own.page;
  await page.goto(`${own.server.origin}/district-meeting.html`);
});

/** Clicks the toolbar icon, and waits until the popup shows the article that it read. */
async function readPage(): Promise<Page> {
  const popup = await openPopup(own.chromium.browser, page, own.chromium.extensionId);
  await seen(popup, '[data-testid=state-article]');
  return popup;
}

/** Marks words with the mouse. First clicks the icon, which loads the tools into the page. */
async function markWithMouse() {
  await readPage();
  await page.bringToFront();
  await dragAcross(page, words);
  const colour = await until(() => firstColour(page), 'the toolbar');
  await page.mouse.click(colour.x, colour.y);
  await until(() => isPainted(page, words), 'the highlight');
}

/** Marks words, and opens the article in the side panel from the popup. */
async function markAndOpenPanel(): Promise<Page> {
  await markWithMouse();
  const popup = await readPage();
  const panel = await openSidePanel(popup, own.chromium.browser, own.chromium.extensionId);
  await seen(panel, '[data-testid=article-view]');
  await seen(panel, '[data-testid=mark]');
  return panel;
}

async function describeMark(panel: Page, note: string, tag: string) {
  await typeInto(panel, '[data-testid=mark] [data-testid=note]', note);
  await typeInto(panel, '[data-testid=mark] [data-testid=add-tag]', `${tag}\n`);
  await until(async () => (await tagsOn(panel)).includes(tag), 'the tag');
}

test('before it is asked for, nothing of the extension is in the page', async () => {
  await dragAcross(page, words);
  expect(await page.$(BAR)).toBeNull();
});

test('a click on the icon shows what was read, and a click on a task scrolls the page to it', async () => {
  const popup = await readPage();
  // Summary and views are folded, so that the tasks have room.
  await popup.$$eval('details', (all) => {
    for (const one of all) one.open = true;
  });
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
  // The words are highlighted only for a moment, which the test may miss on a slow machine. So the test clicks
  // repeatedly.
  await until(async () => {
    await tasks[9]!.click();
    return isPainted(page, '有限空间作业先通风');
  }, 'the words lit');
});

test('saving twice keeps one article, and the side panel opens on it by a real click', async () => {
  const popup = await readPage();
  await press(popup, '[data-testid=save]');
  await until(async () => (await textOf(popup)).includes('已保存'), 'the save');
  await press(popup, '[data-testid=save]:not([disabled])');
  await until(async () => (await textOf(popup)).includes('已重新保存'), 'the update');
  const panel = await openSidePanel(popup, own.chromium.browser, own.chromium.extensionId);
  await seen(panel, '[data-testid=article-view]');
  await press(panel, '[data-testid=back]');
  await seen(panel, '[data-testid=article-row]');
  expect(await panel.$$('[data-testid=article-row]')).toHaveLength(1);
});

test('what was saved in the popup is undone there, and the page is not saved any more', async () => {
  const popup = await readPage();
  await press(popup, '[data-testid=save]');
  await press(popup, '[data-testid=undo]');
  await until(async () => (await textOf(popup)).includes('尚未保存'), 'the undo');
  await untilGone(popup, '[data-testid=undo]');
  const panel = await openSidePanel(popup, own.chromium.browser, own.chromium.extensionId);
  await seen(panel, '[data-testid=state-empty]');
});

test('words selected with the mouse are highlighted at the click on a colour', async () => {
  await markWithMouse();
  expect(await page.evaluate(() => document.querySelector('#content')!.innerHTML.includes('pizhu'))).toBe(
    false,
  );
});

test('after a grant asked for with a click, the highlight comes back on reload, without another', async () => {
  await markWithMouse();
  await allowHost(own.chromium.browser, own.chromium.extensionId, '*://127.0.0.1/*');
  const popup = await readPage();
  const fold = 'details:has([data-testid=grant-site])';
  await press(popup, `${fold} summary`);
  await seen(popup, '[data-testid=grant-site]');
  await popup.$eval(fold, (details) => details.scrollIntoView({ block: 'center' }));
  // Clicks again while the button is there, because the list above it may still grow and move it away from the pointer.
  await until(async () => {
    await (await popup.$('[data-testid=grant-site]'))?.click();
    return isStubRegistered(popup, '*://127.0.0.1/*');
  }, 'the stub for the site');
  await page.reload();
  await until(() => isPainted(page, words), 'the highlight after the reload');
});

test('the panel shows the mark, takes a note and a tag, and finds the article by them', async () => {
  const panel = await markAndOpenPanel();
  expect(await panel.$eval('[data-testid=mark] blockquote', (quote) => quote.textContent)).toBe(words);
  await describeMark(panel, '下周核对公布的进度', '跟进');
  await page.evaluate(() => scrollTo(0, 0));
  await press(panel, '[data-testid=mark-jump]');
  await until(() => page.evaluate(() => scrollY > 0), 'the jump');
  await press(panel, '[data-testid=back]');
  await seen(panel, '[data-testid=search]');
  await typeInto(panel, '[data-testid=search]', '核对公布');
  await until(async () => (await panel.$$('[data-testid=article-row]')).length === 1, 'the found article');
  await typeInto(panel, '[data-testid=search]', '没有的词');
  await until(async () => (await panel.$$('[data-testid=article-row]')).length === 0, 'no article');
});

test('the export is a file on disk that reads back with text, tasks, note and tag', async () => {
  const panel = await markAndOpenPanel();
  await describeMark(panel, '下周核对公布的进度', '跟进');
  await press(panel, '[data-testid=back]');
  const downloads = mkdtempSync(join(tmpdir(), 'pizhu-downloads-'));
  try {
    const session = await own.chromium.browser.target().createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
    await seen(panel, '[data-testid=article-row]');
    await pressExport(panel);
    const { articles } = parseExport(await downloadedText(downloads));
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
  } finally {
    rmSync(downloads, { recursive: true, force: true });
  }
});

test('a deleted mark leaves the page and comes back by undo', async () => {
  const panel = await markAndOpenPanel();
  await press(panel, '[data-testid=mark-delete]');
  await until(async () => !(await isPainted(page, words)), 'the highlight to go');
  await press(panel, '[data-testid=undo]');
  await until(() => isPainted(page, words), 'the highlight to come back');
});

test('a deleted article comes back with its mark by undo', async () => {
  const panel = await markAndOpenPanel();
  await press(panel, '[data-testid=delete-article]');
  await seen(panel, '[data-testid=state-empty]');
  await press(panel, '[data-testid=undo]');
  await seen(panel, '[data-testid=article-row]');
  await until(async () => (await textOf(panel)).includes('1 处标记'), 'the count of marks');
});

test('a browser page is said to be restricted', async () => {
  await page.goto('chrome://version');
  const refused = await openPopup(own.chromium.browser, page, own.chromium.extensionId);
  await seen(refused, '[data-testid=state-restricted]');
  expect(await textOf(refused)).toContain('此页无法读取');
});
