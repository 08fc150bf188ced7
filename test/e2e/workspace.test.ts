import type { Page } from 'puppeteer-core';
import { beforeEach, expect, test } from 'vitest';
import { press, seen, typeInto } from '../../scripts/lib/seen.mjs';
import { keepReadings } from '../../scripts/lib/views.mjs';
import { expectAccessible, expectNoOverflow } from '../support/accessibility.ts';
import { until, untilGone } from '../support/page.ts';
import { richReading } from '../support/richReading.mjs';
import { useFreshChromium } from '../support/useChromium.ts';

// The collection in a tab of its own: list, text and details next to each other.

const own = useFreshChromium();
let tab: Page;

const readings = Array.from({ length: 60 }, (_, i) => ({
  ...richReading,
  url: `https://lanqiao.example/${i}.html`,
  canonicalUrl: null,
  article: {
    ...richReading.article,
    title: `岚桥区第${i}号通告`,
    text: `第${i}号通告的正文。\n${richReading.article.text}`,
  },
}));

beforeEach(async () => {
  tab = await own.chromium.browser.newPage();
  await tab.setViewport({ width: 1440, height: 900 });
  await tab.goto(`chrome-extension://${own.chromium.extensionId}/collection.html`);
  await keepReadings(tab, readings);
  await tab.reload();
  await seen(tab, '[data-testid=article-row]');
});

const shown = (n: number) =>
  until(
    async () => (await tab.$eval('.reader-pane h1', (one) => one.textContent)) === `岚桥区第${n}号通告`,
    `article ${n} beside the list`,
  );

test('arrow keys go through the list with the article beside it, and a reload shows the same', async () => {
  await tab.keyboard.press('ArrowDown');
  await seen(tab, '[data-testid=article-beside]');
  await shown(59);
  for (let n = 58; n >= 48; n--) {
    await tab.keyboard.press('ArrowDown');
    await shown(n);
  }
  // The row of the open article has the focus and is in view.
  expect(
    await tab.evaluate(() => {
      const { top, bottom } = document.activeElement!.getBoundingClientRect();
      return [document.activeElement!.textContent?.includes('第48号'), top >= 0 && bottom <= innerHeight];
    }),
  ).toEqual([true, true]);
  // The row stays clear of the bars that stick to the edges of the list, also after the list has settled.
  await until(
    () =>
      tab.evaluate(async () => {
        for (let frame = 0; frame < 2; frame++) await new Promise((next) => requestAnimationFrame(next));
        const row = document.activeElement!.getBoundingClientRect();
        const edgeOf = (bar: string) => document.querySelector(bar)!.getBoundingClientRect();
        return row.top >= edgeOf('.list-filters').bottom && row.bottom <= edgeOf('.list-foot').top;
      }),
    'the row between the bars',
  );
  await tab.reload();
  await seen(tab, '[data-testid=article-beside]');
  await shown(48);
});

test('a hit is lit in the text beside the list, and every width is accessible', async () => {
  await typeInto(tab, '[data-testid=search]', '第7号通告的正文');
  await until(async () => (await tab.$$('[data-testid=article-row]')).length === 1, 'one row');
  await press(tab, '[data-testid=article-row] .headline');
  await seen(tab, '.reader-pane [data-testid=hit-bar]');
  await until(
    () =>
      tab.evaluate(
        () => [...(CSS.highlights.get('search-hit-now') ?? [])].map(String).join() === '第7号通告的正文',
      ),
    'the lit hit',
  );
  for (const width of [1440, 1000, 700]) {
    await tab.setViewport({ width, height: 900 });
    await expectAccessible(tab, `collection tab, ${width} pixels`);
    await expectNoOverflow(tab, `collection tab, ${width} pixels`);
  }
  // Makes the window as high as the list, because axe-core takes a row half beneath a bar for a target that is too small.
  await tab.setViewport({ width: 1440, height: 8000 });
  await press(tab, '[data-testid=clear-filters]');
  await (await seen(tab, '[data-testid=group]')).select('source');
  await seen(tab, '[data-testid=group-heading]');
  await expectAccessible(tab, 'collection tab, grouped');
  await tab.setViewport({ width: 700, height: 8000 });
  await press(tab, '[data-testid=back]');
  await untilGone(tab, '[data-testid=article-beside]');
  await expectAccessible(tab, 'collection tab without an article');
});
