import type { Page } from 'puppeteer-core';
import { beforeEach, expect, test } from 'vitest';
import { launchChromium } from '../../scripts/lib/chromium.mjs';
import { press, seen } from '../../scripts/lib/seen.mjs';
import { keepMarks, keepReadings } from '../../scripts/lib/views.mjs';
import { expectAccessible, expectNoOverflow } from '../support/accessibility.ts';
import { textOf, until, untilGone } from '../support/page.ts';
import { richReading } from '../support/richReading.mjs';
import { useFreshChromium } from '../support/useChromium.ts';

// The list of the marks of all articles: gone through by key, filtered, and counted.

const own = useFreshChromium();
let view: Page;

const readings = Array.from({ length: 3 }, (_, i) => ({
  ...richReading,
  url: `https://lanqiao.example/${i}.html`,
  canonicalUrl: null,
  article: {
    ...richReading.article,
    title: `岚桥区第${i}号通告`,
    text: `第${i}号通告的正文。\n${richReading.article.text}`,
  },
}));

/** Saves three articles with sixty marks, mark 0 being the newest, and opens a view. Mark n is in article n % 3. */
async function open(file: string, width: number) {
  view = await own.chromium.browser.newPage();
  await view.setViewport({ width, height: 800 });
  await view.goto(`chrome-extension://${own.chromium.extensionId}/${file}`);
  const ids = await keepReadings(view, readings);
  const marks = Array.from({ length: 60 }, (_, i) => 59 - i).map((n) => ({
    articleId: ids[n % 3]!,
    words: `第${n}处`,
    color: n === 5 ? 'blue' : 'yellow',
    tags: n === 3 ? ['环保'] : [],
  }));
  await keepMarks(view, marks, [{ articleId: ids[1]!, tags: ['只在文章上'] }]);
  await view.reload();
  await press(view, '[data-testid=open-marks]');
  await seen(view, '[data-testid=mark-row]');
}
beforeEach(() => {
  view = own.page;
});

const focused = () =>
  view.evaluate(() => document.activeElement?.querySelector('.mark-words')?.textContent ?? '');
const untilFocused = (words: string) =>
  until(async () => (await focused()) === words, `the focus on ${words}`);
const untilChosen = (words: string) =>
  until(
    async () =>
      (await view.$eval('[data-testid=mark].chosen blockquote', (one) => one.textContent)) === words,
    `the opened mark ${words}`,
  );

test('in the panel, keys move through the marks, open one, step on across articles, and lead back to its row', async () => {
  await open('sidepanel.html', 360);
  await view.keyboard.press('ArrowDown');
  await untilFocused('第0处');
  await view.keyboard.press('j');
  await untilFocused('第1处');
  await view.keyboard.press('k');
  await untilFocused('第0处');
  // Goes past the end of what was read at first.
  for (let n = 1; n <= 55; n++) {
    await view.keyboard.press('ArrowDown');
    await untilFocused(`第${n}处`);
  }
  await view.keyboard.press('Enter');
  await untilChosen('第55处');
  await view.keyboard.press('j');
  await untilChosen('第56处');
  await press(view, '[data-testid=article-next]');
  await untilChosen('第57处');
  await press(view, '[data-testid=article-before]');
  await untilChosen('第56处');
  await view.keyboard.press('ArrowLeft');
  await untilChosen('第55处');
  expect(await view.$eval('[data-testid=article-next]', (one) => one.ariaLabel)).toBe('下一处标记（J）');
  await press(view, '[data-testid=back]');
  await untilFocused('第55处');
  expect(
    await view.evaluate(() => {
      const { top, bottom } = document.activeElement!.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    }),
  ).toBe(true);
});

test('in the full tab, keys open the marks beside the list', async () => {
  await open('collection.html', 1440);
  expect(await view.$eval('.nothing-open', (one) => one.textContent)).toContain('选择一处标记');
  for (let n = 0; n <= 12; n++) {
    await view.keyboard.press(n % 2 ? 'j' : 'ArrowDown');
    await untilChosen(`第${n}处`);
    await untilFocused(`第${n}处`);
  }
  await expectAccessible(view, 'collection tab, a mark of all marks');
  await press(view, '[data-testid=article-before]');
  await untilChosen('第11处');
  await seen(view, '[data-testid=mark-row] [aria-current=true]');
  await view.setViewport({ width: 700, height: 800 });
  await press(view, '.reader-head [data-testid=back]');
  await untilFocused('第11处');
});

test('keys pressed fast lose no step', async () => {
  await open('collection.html', 1440);
  for (let n = 0; n < 8; n++) await view.keyboard.press('j');
  await untilChosen('第7处');
});

test('the marks are counted, filters are cleared by a button and kept while a mark is open', async () => {
  await open('sidepanel.html', 360);
  const count = () => view.$eval('[data-testid=marks-count]', (one) => one.textContent);
  await until(async () => (await count()) === '60 处标记', 'the count of all');
  expect(await view.$('[data-testid=clear-marks]')).toBeNull();
  const options = () =>
    view.$$eval('[data-testid=marks-tag] option', (all) => all.map((one) => one.textContent));
  await until(async () => (await options()).join() === '全部标签,环保', 'the tags of marks alone');
  await view.select('[data-testid=marks-tag]', '环保');
  await until(async () => (await count()) === '1 处标记', 'the one with the tag');
  await press(view, '[data-testid=open-mark]');
  await untilChosen('第3处');
  await press(view, '[data-testid=back]');
  await untilFocused('第3处');
  expect(await count()).toBe('1 处标记');
  await press(view, '[data-testid=clear-marks]');
  await until(async () => (await count()) === '60 处标记', 'all again');
  await untilGone(view, '[data-testid=clear-marks]');
  expect(await view.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('marks-tag');
  await press(view, '[data-testid=all-marks] .swatch.blue');
  await until(async () => (await count()) === '1 处标记', 'the blue one');
});

test('the list fits a panel of any width, in each language', async () => {
  const english = await launchChromium({ extensionDir: '.output/chrome-mv3', lang: 'en' });
  try {
    const page = await english.browser.newPage();
    for (const [one, address] of [
      [view, `chrome-extension://${own.chromium.extensionId}/sidepanel.html`],
      [page, `chrome-extension://${english.extensionId}/sidepanel.html`],
    ] as const) {
      await one.goto(address);
      const [articleId] = await keepReadings(one, readings.slice(0, 1));
      await keepMarks(one, [{ articleId, words: '第0处' }]);
      await one.reload();
      await press(one, '[data-testid=open-marks]');
      await seen(one, '[data-testid=mark-row]');
      for (const width of [320, 360, 420]) {
        await one.setViewport({ width, height: 800 });
        await expectNoOverflow(one, `all marks, ${width} pixels`);
      }
    }
    expect(await textOf(page)).toContain('1 mark');
  } finally {
    await english.close();
  }
});
