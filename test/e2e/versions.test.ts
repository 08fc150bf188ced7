import type { Page } from 'puppeteer-core';
import { beforeEach, expect, test } from 'vitest';
import { openPopup, openSidePanel } from '../../scripts/lib/chromium.mjs';
import { press, seen, typeInto } from '../../scripts/lib/seen.mjs';
import { keepReadings } from '../../scripts/lib/views.mjs';
import { expectAccessible, expectNoOverflow } from '../support/accessibility.ts';
import { textOf, until, untilGone } from '../support/page.ts';
import { richReading } from '../support/richReading.mjs';
import { useFreshChromium } from '../support/useChromium.ts';

// The differences between the versions of a text, and what the panel says of a tab that it cannot see.

const own = useFreshChromium({ granted: false });
let panel: Page;

const PARAGRAPHS = Array.from({ length: 130 }, (_, i) => `第${i + 1}段：各街道检查管网，六月底前完成整改。`);

/** A reading of the same page with some other paragraphs. */
const version = (edits: Record<number, string>) => ({
  ...richReading,
  taskLists: [],
  article: { ...richReading.article, text: PARAGRAPHS.map((one, i) => edits[i] ?? one).join('\n') },
});

const openOwn = async (file: string, width: number) => {
  panel = await own.chromium.browser.newPage();
  await panel.setViewport({ width, height: 800 });
  await panel.goto(`chrome-extension://${own.chromium.extensionId}/${file}`);
};

beforeEach(async () => {
  await openOwn('sidepanel.html', 360);
});

const keepVersions = async () => {
  await keepReadings(panel, [
    version({}),
    version({ 1: PARAGRAPHS[1]!.replace('检查', '巡查'), 119: PARAGRAPHS[119]!.replace('六月', '七月') }),
  ]);
  await panel.reload();
};
const bar = () => panel.$eval('[data-testid=difference-bar] [role=status]', (one) => one.textContent ?? '');

/** The present change: its words, and whether it lies within the window and below the bar of changes. */
const present = () =>
  panel.$eval('.change.present', (one) => {
    const { top, bottom } = one.getBoundingClientRect();
    const barEnd = document.querySelector('.difference-bar')!.getBoundingClientRect().bottom;
    return { words: one.textContent, inSight: top >= barEnd && bottom <= innerHeight };
  });

test('from the newest version one compares with the one before, and steps through the changes', async () => {
  await keepVersions();
  await press(panel, '[data-testid=article-row] .headline');
  await press(panel, '[data-testid=tab-text]');
  await until(async () => (await textOf(panel)).includes('与上一版比较'), 'the offer');
  await press(panel, '[data-testid=compare]');
  await until(async () => (await bar()) === '第 1 / 2 处改动', 'the first change');
  await until(async () => (await present()).inSight, 'the first change in sight');
  expect((await present()).words).toBe('检查巡查');
  await expectAccessible(panel, 'panel, changes');
  await expectNoOverflow(panel, 'panel, changes');
  await panel.keyboard.press('n');
  await until(async () => (await bar()) === '第 2 / 2 处改动', 'the second change');
  await until(async () => (await present()).inSight, 'the second change in sight');
  expect((await present()).words).toBe('六七');
  await panel.keyboard.down('Shift');
  await panel.keyboard.press('N');
  await panel.keyboard.up('Shift');
  await until(async () => (await bar()) === '第 1 / 2 处改动', 'the first again');
  await press(panel, '[data-testid=difference-next]');
  await until(async () => (await bar()) === '第 2 / 2 处改动', 'the second by the button');
  // Unchanged stretches are folded, and unfold without leaving the change.
  expect(await panel.$eval('[data-testid=captured-text]', (one) => one.textContent)).not.toContain('第60段');
  await press(panel, '[data-testid=unfold]');
  await until(async () => (await textOf(panel)).includes('第60段'), 'the unchanged paragraphs');
  expect(await bar()).toBe('第 2 / 2 处改动');
  await until(async () => {
    await panel.keyboard.press('n');
    return (await present()).inSight;
  }, 'a change among all paragraphs');
  await press(panel, '[data-testid=difference-close]');
  await untilGone(panel, '[data-testid=difference-bar]');
  expect(await panel.$('[data-testid=captured-text] del')).toBeNull();
  await panel.select('[data-testid=version]', await panel.$eval('option', (one) => one.value));
  await until(async () => (await textOf(panel)).includes('与下一版比较'), 'the offer for the first version');
});

test('where search hits show, the keys step through these, and the bars do not cover each other', async () => {
  await keepVersions();
  await openOwn('collection.html', 1440);
  await typeInto(panel, '[data-testid=search]', '正文：整改');
  await seen(panel, '[data-testid=excerpt] mark');
  await press(panel, '[data-testid=article-row] .headline');
  await seen(panel, '[data-testid=hit-bar]');
  await press(panel, '[data-testid=compare]');
  await until(async () => (await bar()) === '第 1 / 2 处改动', 'the first change');
  const hits = () => panel.$eval('[data-testid=hit-bar] [role=status]', (one) => one.textContent);
  await until(async () => /^第 \d+ \/ 130 处$/.test((await hits()) ?? ''), 'the hits among the changes');
  const before = await hits();
  await panel.keyboard.press('n');
  await until(async () => (await hits()) !== before, 'the next hit');
  expect(await bar()).toBe('第 1 / 2 处改动');
  await press(panel, '[data-testid=difference-next]');
  await until(async () => (await present()).inSight, 'the second change in sight');
  const areApart = await panel.evaluate(() => {
    const [upper, lower] = ['hit-bar', 'difference-bar'].map((one) =>
      document.querySelector(`[data-testid=${one}]`)!.getBoundingClientRect(),
    );
    return upper!.bottom <= lower!.top;
  });
  expect(areApart).toBe(true);
  await press(panel, '[data-testid=hit-close]');
  await untilGone(panel, '[data-testid=hit-bar]');
  await panel.keyboard.press('n');
  await until(async () => (await bar()) === '第 1 / 2 处改动', 'the keys for the changes');
});

/**
 * The contrast (WCAG 2) between the darkest and the lightest pixel of a screenshot, which are the letters and their
 * background.
 */
const contrastOf = (base64: string) =>
  panel.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data: pixels } = context.getImageData(0, 0, image.width, image.height);
    const linear = (value: number) => {
      const part = value / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    };
    let [least, most] = [1, 0];
    for (let i = 0; i < pixels.length; i += 4) {
      const light =
        0.2126 * linear(pixels[i]!) + 0.7152 * linear(pixels[i + 1]!) + 0.0722 * linear(pixels[i + 2]!);
      [least, most] = [Math.min(least, light), Math.max(most, light)];
    }
    return (most + 0.05) / (least + 0.05);
  }, base64);

test('the present hit is legible in both colour schemes', async () => {
  await keepVersions();
  await typeInto(panel, '[data-testid=search]', '正文：整改');
  await seen(panel, '[data-testid=excerpt] mark');
  await press(panel, '[data-testid=article-row] .headline');
  await seen(panel, '[data-testid=hit-bar]');
  const status = () => panel.$eval('[data-testid=hit-bar] [role=status]', (one) => one.textContent);
  await until(async () => /^第 1 \/ \d+ 处$/.test((await status()) ?? ''), 'the first hit');
  // A change of the view sets the highlight of all hits again. That one must not come to lie above the other.
  await panel.$eval('[data-testid=captured-text]', (one) => one.append('整改'));
  const count = await status();
  await until(async () => (await status()) !== count, 'the other count');
  for (const scheme of ['light', 'dark'] as const) {
    await panel.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    const clip = await panel.evaluate(() => {
      const [range] = [
        ...(CSS as unknown as { highlights: Map<string, Set<Range>> }).highlights.get('search-hit-now')!,
      ];
      const { x, y, width, height } = range!.getClientRects()[0]!;
      // A clip counts from the beginning of the document.
      return { x: x + scrollX + 1, y: y + scrollY + 3, width: width - 2, height: height - 6 };
    });
    const shot = await panel.screenshot({ clip, captureBeyondViewport: false, encoding: 'base64' });
    expect(await contrastOf(shot), scheme).toBeGreaterThan(4.5);
  }
});

test('the panel says that it cannot see the page in the tab, and how it could', async () => {
  await panel.close();
  const { browser, extensionId } = own.chromium;
  await own.page.goto(`${own.server.origin}/district-meeting.html`);
  const popup = await openPopup(browser, own.page, extensionId);
  await press(popup, '[data-testid=save]');
  await until(async () => (await textOf(popup)).includes('已保存'), 'the save');
  panel = await openSidePanel(popup, browser, extensionId);
  await seen(panel, '[data-testid=article-view]');
  expect(await panel.$('[data-testid=page-bar]')).toBeNull();
  for (const url of [
    'chrome://version',
    'about:blank',
    own.server.origin.replace('127.0.0.1', 'localhost'),
  ]) {
    await own.page.goto(url);
    await until(async () => (await textOf(panel)).includes('下面是先前打开的文章'), url);
    expect(await panel.$('[data-testid=save-beside]')).toBeNull();
  }
  await press(panel, '[data-testid=grant-beside]');
  await seen(panel, '[data-testid=grant-beside-how] [data-testid=grant-gov]');
  await expectAccessible(panel, 'panel beside a hidden page');
  await expectNoOverflow(panel, 'panel beside a hidden page');
  await press(panel, '[data-testid=back]');
  await until(async () => !(await textOf(panel)).includes('下面是先前打开的文章'), 'the list');
  expect(await textOf(panel)).toContain('看不到当前网页');
  // A click on the icon gives access without an event, and the panel beside it sees the page then.
  await own.page.goto(`${own.server.origin.replace('127.0.0.1', 'localhost')}/district-meeting.html`);
  await until(async () => (await textOf(panel)).includes('看不到当前网页'), 'that the page is hidden');
  const second = await openPopup(browser, own.page, extensionId);
  await seen(second, '[data-testid=save]');
  await seen(panel, '[data-testid=save-beside]');
});
