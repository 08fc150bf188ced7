import type { Page } from 'puppeteer-core';
import { beforeEach, expect, test } from 'vitest';
import { press, seen, typeInto } from '../../scripts/lib/seen.mjs';
import { keepReading } from '../../scripts/lib/views.mjs';
import { expectAccessible, expectNoOverflow } from '../support/accessibility.ts';
import { textOf, until, untilGone } from '../support/page.ts';
import { richReading } from '../support/richReading.mjs';
import { useFreshChromium } from '../support/useChromium.ts';

const own = useFreshChromium();
let panel: Page;

beforeEach(async () => {
  panel = await own.chromium.browser.newPage();
  await panel.setViewport({ width: 360, height: 800 });
  await panel.goto(`chrome-extension://${own.chromium.extensionId}/sidepanel.html`);
  await keepReading(panel, richReading);
  await panel.reload();
  await seen(panel, '[data-testid=article-row]');
});

const openArticle = async () => {
  await press(panel, '[data-testid=article-row] .headline');
  await seen(panel, '[data-testid=article-view]');
};
const fill = async (selector: string, words: string) => {
  const field = await seen(panel, selector);
  await field.evaluate((one) => (one as HTMLInputElement).select());
  await panel.keyboard.press('Backspace');
  await field.type(words);
};

test('a corrected source shows with the page’s beside it, in the list, and after undoing no more', async () => {
  await openArticle();
  await press(panel, '[data-testid=correct-fields]');
  await fill('[data-testid=correct-source]', '岚桥晚报');
  await fill('[data-testid=correct-publishedAt]', '前天');
  await expectAccessible(panel, 'panel, corrections');
  await expectNoOverflow(panel, 'panel, corrections');
  await press(panel, '[data-testid=keep-fields]');
  await until(async () => (await textOf(panel)).includes('请把日期写成'), 'what is wrong with the date');
  await press(panel, '[data-testid=restore-publishedAt]');
  await press(panel, '[data-testid=keep-fields]');
  await untilGone(panel, '[data-testid=field-editor]');
  const focused = () => panel.evaluate(() => document.activeElement?.getAttribute('data-testid'));
  expect(await focused()).toBe('correct-fields');
  await until(async () => (await textOf(panel)).includes('岚桥晚报'), 'the corrected source');
  expect(await textOf(panel)).toContain(`：${richReading.article.source}`);
  await press(panel, '[data-testid=back]');
  await until(async () => (await textOf(panel)).includes('岚桥晚报'), 'the list with it');
  await press(panel, '[data-testid=step-undo]');
  await until(async () => !(await textOf(panel)).includes('岚桥晚报'), 'the list without it');
});

test('tags are renamed with those below them, coloured, and removed; a press shows what has one', async () => {
  await openArticle();
  await press(panel, '[data-testid=tab-marks]');
  await typeInto(panel, '[data-testid=add-tag]', '环保/水');
  await panel.keyboard.press('Enter');
  await until(async () => (await textOf(panel)).includes('环保/水'), 'the first tag');
  await typeInto(panel, '[data-testid=add-tag]', '“双随机、一公开”');
  await panel.keyboard.press('Enter');
  await until(
    async () =>
      (await panel.$$eval('.tag', (all) => all.map((one) => one.textContent))).includes('双随机、一公开'),
    'the tag of two parts',
  );
  await press(panel, '[data-testid=back]');
  await press(panel, '[data-testid=open-tags]');
  await seen(panel, '[data-testid=tag-row]');
  await press(panel, '[aria-label="编辑标签“环保/水”"]');
  await fill('[data-testid=tag-name]', '生态/水');
  await expectAccessible(panel, 'panel, tags');
  await expectNoOverflow(panel, 'panel, tags');
  // Keys alone go on from row to row: the focus is in the field, and back in the row that was edited.
  const focusedOn = () =>
    panel.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.tagName,
    );
  await panel.keyboard.press('Enter');
  await until(async () => (await focusedOn()) === '编辑标签“生态/水”', 'the row with the new name');
  await panel.keyboard.press('Enter');
  await seen(panel, '[data-testid=tag-editor]');
  expect(await panel.evaluate(() => String(getSelection()))).toBe('生态/水');
  await fill('[data-testid=tag-name]', ' ');
  await until(async () => (await textOf(panel)).includes('标签名不能为空。'), 'what the name lacks');
  await panel.keyboard.press('Enter');
  await panel.keyboard.press('Escape');
  await until(async () => (await focusedOn()) === '编辑标签“生态/水”', 'the row that was left');
  await press(panel, '[aria-label="编辑标签“生态/水”"]');
  await press(panel, '[data-testid=tag-editor] .swatch.blue');
  await seen(panel, '[data-testid=tag-row] .tag-color.blue');
  await panel.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.tag-name')].find((one) => one.textContent === '水')!.click(),
  );
  await seen(panel, '[data-testid=article-row] .chip.tinted.blue');
  const filter = () => panel.$eval('[data-testid=filter-tag]', (one) => (one as HTMLSelectElement).value);
  await until(async () => (await filter()) === '生态/水', 'the tag in the filter');
  // A tag that only longer tags contain cannot be merged into one of these, and is deleted with all of them.
  await press(panel, '[data-testid=open-tags]');
  await press(panel, '[aria-label="编辑标签“生态”"]');
  await fill('[data-testid=tag-name]', '生态/水');
  await until(
    async () => (await textOf(panel)).includes('标签不能移到自己的下级。'),
    'why it cannot be merged',
  );
  await press(panel, '[data-testid=delete-tag]');
  await untilGone(panel, '[aria-label="编辑标签“生态”"]');
  await until(async () => /^编辑标签/.test((await focusedOn()) ?? ''), 'another row');
  await press(panel, '[data-testid=undo]');
  await seen(panel, '[aria-label="编辑标签“生态/水”"]');
});

test('the panel tells of the page beside it, saves it, and follows from one saved page to the next', async () => {
  const pages = ['甲', '乙'].map((name) => `${own.chromium.extensionId}-${name}.html`);
  for (const [i, page] of pages.entries())
    own.pages.set(
      page,
      `<meta charset="utf-8"><title>第${i + 1}期简报</title><h1>第${i + 1}期水务简报</h1>${'<p>青山区检查排水管网，各街道要在六月底前完成整改。</p>'.repeat(8)}`,
    );
  await own.page.bringToFront();
  const goTo = (n: number) => own.page.goto(`${own.server.origin}/${encodeURIComponent(pages[n]!)}`);
  await goTo(0);
  await (await seen(panel, '[data-testid=save-beside]')).evaluate((one) => (one as HTMLElement).click());
  await until(async () => (await textOf(panel)).includes('第1期水务简报'), 'the saved article');
  await untilGone(panel, '[data-testid=page-bar]');
  await goTo(1);
  await until(async () => (await textOf(panel)).includes('下面是另一篇文章'), 'that another is shown');
  expect(await textOf(panel)).toContain('第1期水务简报');
  await expectAccessible(panel, 'panel beside another page');
  await (await seen(panel, '[data-testid=save-beside]')).evaluate((one) => (one as HTMLElement).click());
  await until(async () => (await textOf(panel)).includes('第2期水务简报'), 'the second article');
  await goTo(0);
  await until(
    async () => (await panel.$eval('h1', (one) => one.textContent)) === '第1期水务简报',
    'the first again',
  );
});

test('an opened article goes to the hit, lights all, and steps from one to the next by key', async () => {
  const [word] = /[\p{Script=Han}]{4}/u.exec(richReading.article.text.trim().split('\n').at(-2)!)!;
  await typeInto(panel, '[data-testid=search]', `正文：${word}`);
  await seen(panel, '[data-testid=excerpt] mark');
  await openArticle();
  const bar = () => panel.$eval('[data-testid=hit-bar] [role=status]', (one) => one.textContent ?? '');
  await until(async () => /^第 1 \/ \d+ 处$/.test(await bar()), 'the first hit');
  const lit = () =>
    panel.evaluate(() => {
      const [range] = [...(CSS.highlights.get('search-hit-now') ?? [])] as Range[];
      const { top, bottom } = range!.getBoundingClientRect();
      return { words: range!.toString(), inSight: top > 0 && bottom < innerHeight };
    });
  await until(async () => {
    const { words, inSight } = await lit();
    return words === word && inSight;
  }, 'the hit lit and in sight');
  await expectAccessible(panel, 'panel, hits');
  // The tabs stick to the top as well, and must not cover the bar.
  const isUncovered = await panel.$eval('[data-testid=hit-bar]', (one) => {
    const { left, width, top, height } = one.getBoundingClientRect();
    return one.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  });
  expect(isUncovered).toBe(true);
  const count = Number(/\/ (\d+)/.exec(await bar())![1]);
  await panel.keyboard.press('n');
  await until(async () => (await bar()) === `第 ${(1 % count) + 1} / ${count} 处`, 'the next hit');
});

test('a search is given a name, asked again by it, and forgotten; names of fields and values are offered', async () => {
  await typeInto(panel, '[data-testid=search]', '来');
  const offers = () =>
    panel.$$eval('[data-testid=completions] option', (all) =>
      all.map((one) => (one as HTMLOptionElement).value),
    );
  await until(async () => (await offers()).includes('来源：'), 'the name of the field');
  await typeInto(panel, '[data-testid=search]', '源：');
  await until(async () => (await offers()).includes(`来源：${richReading.article.source}`), 'its value');
  await typeInto(panel, '[data-testid=search]', `${richReading.article.source}`);
  await press(panel, '[data-testid=name-search]');
  await fill('[data-testid=search-name]', '本报');
  await panel.keyboard.press('Enter');
  await seen(panel, '[data-testid=saved-searches]');
  await press(panel, '[data-testid=clear-filters]');
  await panel.select('[data-testid=saved-searches]', '本报');
  await until(
    async () =>
      (await panel.$eval('[data-testid=search]', (one) => (one as HTMLInputElement).value)) ===
      `来源：${richReading.article.source}`,
    'the search',
  );
  await press(panel, '[data-testid=forget-search]');
  await untilGone(panel, '[data-testid=saved-searches]');
});

test('the tasks of all articles are listed by the day on which they are due, and lead to their place', async () => {
  await press(panel, '[data-testid=open-deadlines]');
  await seen(panel, '[data-testid=deadlines]');
  await expectAccessible(panel, 'panel, deadlines');
  await press(panel, '[data-testid=tab-past]');
  await seen(panel, '[data-testid=due-task]');
  await expectAccessible(panel, 'panel, past deadlines');
  await expectNoOverflow(panel, 'panel, past deadlines');
  const days = await panel.$$eval('[data-testid=due-day] time', (all) => all.map((one) => one.textContent!));
  expect(days).toEqual([...days].sort().reverse());
  const words = await panel.$eval('[data-testid=due-task] .due-words', (one) => one.textContent!);
  await press(panel, '[data-testid=due-task] button');
  const chosen = await seen(panel, '[data-testid=task-item].chosen');
  expect(await chosen.evaluate((one) => one.textContent)).toContain(words);
  expect(await panel.$eval('[data-testid=tab-tasks]', (tab) => tab.ariaSelected)).toBe('true');
  await press(panel, '[data-testid=back]');
  await seen(panel, '[data-testid=deadlines]');
});

test('the marks of all articles are listed, narrowed by colour, and lead to their place', async () => {
  await openArticle();
  await press(panel, '[data-testid=tab-tasks]');
  await press(panel, '[data-testid=mark-task]');
  await seen(panel, '[data-testid=tab-marks]');
  await press(panel, '[data-testid=back]');
  await press(panel, '[data-testid=open-marks]');
  await seen(panel, '[data-testid=mark-row]');
  await expectAccessible(panel, 'panel, all marks');
  await expectNoOverflow(panel, 'panel, all marks');
  await press(panel, '[data-testid=all-marks] .swatch.blue');
  await until(async () => (await textOf(panel)).includes('没有符合条件的标记'), 'no blue mark');
  await press(panel, '[data-testid=all-marks] .swatch.blue');
  await press(panel, '[data-testid=mark-row] button');
  await seen(panel, '[data-testid=mark].chosen');
});
