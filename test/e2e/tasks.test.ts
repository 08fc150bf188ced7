import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { parseExport } from '@/lib/exchange/readExport.ts';
import { launchChromium, openPopup } from '../../scripts/lib/chromium.mjs';
import { press, pressElement, seen } from '../../scripts/lib/seen.mjs';
import { servePages } from '../../scripts/lib/server.mjs';
import { downloadedText, openExport, pressExport } from '../support/download.ts';
import { emptyCollection } from '../support/freshState.ts';
import { dragAcross, grantAll, highlightsOver, isPainted, textOf, until } from '../support/page.ts';

const file = 'district-meeting.html';
const downloads = mkdtempSync(join(tmpdir(), 'pizhu-tasks-'));
let chromium: Awaited<ReturnType<typeof launchChromium>>;
let server: Awaited<ReturnType<typeof servePages>>;
let own: Page;
let page: Page;
let panel: Page;

beforeAll(async () => {
  server = await servePages('test/pages');
  chromium = await launchChromium({ extensionDir: '.output/chrome-mv3' });
  await grantAll(chromium.browser, chromium.extensionId);
  own = await chromium.browser.newPage();
  await own.goto(`chrome-extension://${chromium.extensionId}/options.html`);
});
beforeEach(async () => {
  for (const one of await chromium.browser.pages()) if (one !== own) await one.close();
  await emptyCollection(own);
  page = await chromium.browser.newPage();
  await page.goto(`${server.origin}/${file}`);
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
  rmSync(downloads, { recursive: true, force: true });
});

const popupOver = async () => {
  const popup = await openPopup(chromium.browser, page, chromium.extensionId);
  await seen(popup, '[data-testid=state-article]');
  return popup;
};
const openPanel = async () => {
  panel = await chromium.browser.newPage();
  await panel.goto(`chrome-extension://${chromium.extensionId}/sidepanel.html`);
  await press(panel, '[data-testid=article-row] .headline');
  await press(panel, '[data-testid=tab-tasks]');
};
/** Saves the page, and opens the panel at the tasks of the article. */
const saveAndOpenPanel = async () => {
  const popup = await popupOver();
  await press(popup, '[data-testid=save]:not([disabled])');
  await until(async () => (await textOf(popup)).includes('已保存'), 'the save');
  await popup.close();
  await openPanel();
};
/** The element of the task that contains these words, in the panel or the popup. */
const taskWith = (view: Page, words: string) =>
  until(
    async () =>
      (await view.$$('[data-testid=task-item]')).length &&
      view.$(`::-p-xpath(//li[contains(., '${words}')])`),
    words,
  ) as Promise<ElementHandle<Element>>;
const inTask = async (view: Page, words: string, testId: string) =>
  (await (await taskWith(view, words)).waitForSelector(`[data-testid=${testId}]`))!;
const open = async (view: Page, words: string) => {
  const button = await inTask(view, words, 'task-open');
  if (!(await button.evaluate((one) => one.getAttribute('aria-expanded') === 'true')))
    await pressElement(button);
};
/**
 * Scrolls a button to the middle of the window and clicks it, because the message at the foot of the window may cover
 * it.
 */
const shown = async (words: string, what = words) =>
  until(async () => (await textOf(panel)).includes(words), what);
/** Pastes the clipboard into a field, and returns the text. */
async function pasted(): Promise<string> {
  const scratch = await chromium.browser.newPage();
  await scratch.goto(`${server.origin}/${file}`);
  await scratch.evaluate(() => {
    document.body.innerHTML = '<textarea></textarea>';
  });
  await (await seen(scratch, 'textarea')).focus();
  await scratch.keyboard.press('KeyV', { commands: ['Paste'] });
  const words = await scratch.$eval('textarea', (field) => field.value);
  await scratch.close();
  return words;
}

test('in the popup a task opens by the keyboard to the day of its deadline', async () => {
  const popup = await popupOver();
  const disclosure = await inTask(popup, '加快管网普查', 'task-open');
  const details = () =>
    popup.$$eval('.task-more:not([hidden])', (all: Element[]) =>
      (all as HTMLElement[]).map((one) => one.innerText).join(),
    );
  expect(await details()).toBe('');
  await disclosure.focus();
  await popup.keyboard.press('Enter');
  await until(async () => (await details()).includes('2025-04-30'), 'the day of the deadline');
  await popup.keyboard.press('Enter');
  await until(async () => (await details()) === '', 'the task to close');
  expect(await textOf(popup)).toContain('保存此页后，可在侧栏中更正任务');
});

test('one list is copied as text and all as Markdown', async () => {
  const popup = await popupOver();
  const [, second] = await popup.$$('[data-testid=copy-list]');
  await second!.click();
  await until(async () => (await textOf(popup)).includes('已复制 5 项任务'), 'the copy');
  const text = await pasted();
  expect(text).toMatch(/^区长沈佳（5 项）\n一要 加快管网普查/);
  expect(text).toContain('时限：2025年4月底前（2025-04-30）');
  expect(text).toContain(`来源：青山发布：《青山区部署汛前排水管网整治工作》，2025-03-04，${server.origin}`);
  const again = await popupOver();
  await again.select('[data-testid=copy-format]', 'markdown');
  await press(again, '[data-testid=copy-all]');
  await until(async () => (await textOf(again)).includes('已复制 10 项任务'), 'the copy');
  expect(await pasted()).toMatch(/^## 区委书记周明远（5 项）\n\n1\. /);
});

test('one click makes an annotation of a task, keeps the page, and the task is shown as done', async () => {
  const popup = await popupOver();
  await pressElement(await inTask(popup, '守住施工安全', 'mark-task'));
  await inTask(popup, '守住施工安全', 'task-marked');
  await until(async () => (await textOf(popup)).includes('已高亮此任务，此页已保存'), 'the notice');
  await until(() => isPainted(page, '有限空间作业先通风'), 'the mark on the page');
  await until(async () => (await popup.$$('[data-testid=task-marked]')).length === 1, 'one marked task');
  await popup.close();
  await openPanel();
  await pressElement(await inTask(panel, '守住施工安全', 'task-marked'));
  await seen(panel, '[data-testid=mark].chosen');
});

test('a removed task leaves list and count, comes back by undo, and can be put back later', async () => {
  await saveAndOpenPanel();
  await open(panel, '备足抢险物资');
  await pressElement(await inTask(panel, '备足抢险物资', 'task-remove'));
  await shown('文中称 5 项，已识别 4 项，请核对');
  await shown('任务（9）');
  await press(panel, '[data-testid=undo]');
  await shown('任务（10）');
  await open(panel, '备足抢险物资');
  await pressElement(await inTask(panel, '备足抢险物资', 'task-remove'));
  await press(panel, '[data-testid=show-removed]');
  await press(panel, '.removed [data-testid=task-restore]');
  await shown('文中称 5 项，已识别 5 项');
  expect(await panel.$('[data-testid=show-removed]')).toBeNull();
});

test('the words of a task are moved by clauses and chosen with the mouse, and what was found is restored', async () => {
  await saveAndOpenPanel();
  await open(panel, '抓紧清淤疏通');
  await pressElement(await inTask(panel, '抓紧清淤疏通', 'task-edit'));
  await pressElement(await inTask(panel, '抓紧清淤疏通', 'nudge-end-back'));
  await until(
    () =>
      panel.$eval('[data-testid=span-text] mark', (mark) => mark.textContent!.endsWith('每周公布一次进度')),
    'the shorter words',
  );
  await pressElement(await inTask(panel, '抓紧清淤疏通', 'span-keep'));
  await inTask(panel, '抓紧清淤疏通', 'task-corrected');
  expect(
    await (await inTask(panel, '抓紧清淤疏通', 'task')).evaluate((one) => one.textContent),
  ).not.toContain('接受居民监督');

  await pressElement(await inTask(panel, '抓紧清淤疏通', 'task-edit'));
  const words = '优先清理低洼地段的雨水口';
  const box = await panel.$eval(
    '[data-testid=span-text] mark',
    (mark, wanted) => {
      const text = mark.firstChild as Text;
      mark.scrollIntoView({ block: 'center' });
      const from = text.data.indexOf(wanted);
      const ends = [from, from + wanted.length - 1].map((at) => {
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        return range.getBoundingClientRect();
      });
      return { x: ends[0]!.left + 1, y: ends[0]!.top + 8, toX: ends[1]!.right - 1, toY: ends[1]!.top + 8 };
    },
    words,
  );
  await panel.mouse.move(box.x, box.y);
  await panel.mouse.down();
  await panel.mouse.move(box.toX, box.toY, { steps: 5 });
  await panel.mouse.up();
  await until(
    () => panel.$eval('[data-testid=span-text] mark', (mark, wanted) => mark.textContent === wanted, words),
    'the chosen words',
  );
  await press(panel, '[data-testid=span-keep]');
  await until(
    async () =>
      (await (await inTask(panel, words, 'task')).evaluate((one) => one.textContent)) ===
      `二要${words}已更正`,
    'the new words',
  );
  await open(panel, words);
  await pressElement(await inTask(panel, words, 'task-restore'));
  await until(async () => (await panel.$$('[data-testid=task-corrected]')).length === 0, 'what was found');
  expect(await (await inTask(panel, words, 'task')).evaluate((one) => one.textContent)).toContain(
    '接受居民监督',
  );
});

/** Adds a task from words that are selected on the page. */
const addFromPage = async (words: string) => {
  await page.bringToFront();
  await dragAcross(page, words);
  await panel.bringToFront();
  await press(panel, '[data-testid=span-from-page]');
  await until(
    () => panel.$eval('[data-testid=span-text] mark', (mark, wanted) => mark.textContent === wanted, words),
    'the selection',
  );
  await press(panel, '[data-testid=span-keep]');
};

test('a task is added from a selection on the page, but not from words that are another task', async () => {
  await saveAndOpenPanel();
  await press(panel, '[data-testid=add-task]');
  await addFromPage('优先清理低洼地段');
  await shown('重叠');
  await addFromPage('通报去年内涝点位');
  await shown('自行添加的任务');
  await shown('任务（11）');
});

test('a task is added from the captured text, where its selection is marked', async () => {
  await saveAndOpenPanel();
  await press(panel, '[data-testid=tab-text]');
  await seen(panel, '[data-testid=captured-text]');
  const words = '安排今年汛期以前的各项准备';
  const { x, y, toX, toY } = await panel.evaluate((wanted) => {
    const walker = document.createTreeWalker(
      document.querySelector('[data-testid=captured-text]')!,
      NodeFilter.SHOW_TEXT,
    );
    while (!(walker.nextNode() as Text).data.includes(wanted));
    const text = walker.currentNode as Text;
    const at = text.data.indexOf(wanted);
    const rect = (from: number) => {
      const range = document.createRange();
      range.setStart(text, from);
      range.setEnd(text, from + 1);
      return range.getBoundingClientRect();
    };
    const [first, last] = [rect(at), rect(at + wanted.length - 1)];
    return { x: first.left + 1, y: first.top + 8, toX: last.right - 1, toY: last.top + 8 };
  }, words);
  await panel.mouse.move(x, y);
  await panel.mouse.down();
  await panel.mouse.move(toX, toY, { steps: 6 });
  await panel.mouse.up();
  await press(panel, '[data-testid=add-selection]');
  await shown('任务（11）');
  await press(panel, '[data-testid=tab-tasks]');
  await inTask(panel, words, 'task-corrected');
});

test('corrections are there when the page is saved again, and in the exported file', async () => {
  await saveAndOpenPanel();
  await press(panel, '[data-testid=add-task]');
  await addFromPage('通报去年内涝点位');
  await shown('任务（11）');
  await page.bringToFront();
  const popup = await popupOver();
  await press(popup, '[data-testid=save]:not([disabled])');
  await until(async () => (await textOf(popup)).includes('已重新保存'), 'the update');
  await until(async () => (await textOf(popup)).includes('自行添加的任务'), 'the added task');
  await popup.close();
  await panel.bringToFront();
  await shown('任务（11）');
  await press(panel, '[data-testid=back]');
  await shown('11 项任务');
  const session = await chromium.browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
  await pressExport(panel);
  const [article] = parseExport(await downloadedText(downloads)).articles;
  expect(article!.saved.taskCorrections.map(({ kind }) => kind)).toEqual(['add']);
  expect(article!.correctedTaskLists!.map(({ tasks }) => tasks.length).reduce((a, b) => a + b)).toBe(11);
});

/** Exports what the panel has selected, in a format. Returns the file. */
async function exported(format: string): Promise<string> {
  const folder = mkdtempSync(join(downloads, 'file-'));
  const session = await chromium.browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  await openExport(panel);
  await (await seen(panel, '[data-testid=export-format]')).select(format);
  await pressExport(panel);
  return downloadedText(folder);
}
/** Types into a field of the panel in place of what it has. */
async function retype(testId: string, words: string) {
  const field = await seen(panel, `[data-testid=${testId}]`);
  await field.evaluate((one) => (one as HTMLInputElement).select());
  await field.type(words);
}

test('a corrected deadline, body and speaker are in the row, in search and in the exported table', async () => {
  await saveAndOpenPanel();
  await open(panel, '加快管网普查');
  await pressElement(await inTask(panel, '加快管网普查', 'task-edit-details'));
  await seen(panel, '[data-testid=detail-editor]');
  // Sets the date as the browser's date picker does; what can be typed depends on the language.
  await panel.$eval('[data-testid=deadline-day]', (field) => {
    (field as HTMLInputElement).value = '2099-05-20';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await retype('detail-leads', '区城管局');
  await retype('detail-speaker', '骆闻涛');
  await retype('detail-speaker-title', '副区长');
  await press(panel, '[data-testid=detail-for-list]');
  await press(panel, '[data-testid=keep-details]');
  await shown('副区长骆闻涛');
  await shown('读到的是：2025年4月底前 · 截至 2025-04-30');
  await until(
    () =>
      panel.evaluate(() => (document.activeElement as HTMLElement).dataset.testid === 'task-edit-details'),
    'the focus on the task',
  );
  await press(panel, '[data-testid=back]');
  await shown('2099-05-20');
  const search = await seen(panel, '[data-testid=search]');
  const found = async (typed: string, count: number) => {
    await search.evaluate((one) => (one as HTMLInputElement).select());
    await search.type(typed);
    await until(async () => (await panel.$$('[data-testid=article-row]')).length === count, typed);
  };
  await found('due:2025-04', 0);
  for (const typed of ['due:2099-05', 'body:区城管局', 'speaker:骆闻涛']) {
    await found('due:2025-04', 0);
    await found(typed, 1);
  }
  const [head, ...rows] = (await exported('csv-tasks')).split('\r\n');
  expect(head).toContain('截止日期');
  const row = rows.find((one) => one.includes('加快管网普查'))!;
  for (const words of ['2099-05-20', '区城管局', '骆闻涛', '副区长', '2025年4月底前'])
    expect(row).toContain(words);
  expect(rows.filter((one) => one.includes('骆闻涛'))).toHaveLength(1);
  await page.bringToFront();
  const popup = await popupOver();
  await until(async () => (await textOf(popup)).includes('副区长骆闻涛'), 'the speaker in the popup');
});

test('the pointer on a task lights it up in the page, and a click goes there', async () => {
  await saveAndOpenPanel();
  await (await inTask(panel, '补齐泵站短板', 'task')).hover();
  await until(async () => (await highlightsOver(page, '补齐泵站短板')).includes('light'), 'the light');
  await (await panel.$('[data-testid=back]'))!.hover();
  await until(async () => !(await highlightsOver(page, '补齐泵站短板')).includes('light'), 'the dark');
  await page.evaluate(() => scrollTo(0, 0));
  await pressElement(await inTask(panel, '补齐泵站短板', 'task'));
  await until(() => page.evaluate(() => scrollY > 0), 'the page to scroll');
});
