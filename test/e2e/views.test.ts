import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { press, seen, typeInto } from '../../scripts/lib/seen.mjs';
import { keepReading, popupAnswered, savedFrom } from '../../scripts/lib/views.mjs';
import { expectAccessible, expectNoOverflow } from '../support/accessibility.ts';
import { highlightsOver, textOf, until } from '../support/page.ts';
import { richReading } from '../support/richReading.mjs';
import { useFreshChromium } from '../support/useChromium.ts';

// What the views show for a reading. Each test starts with an empty collection and its own tab.

const own = useFreshChromium();
const paragraphs = richReading.article.text.trim().split('\n');
const html = `<meta charset="utf-8"><title>岚桥</title><div id="content">${paragraphs.map((one) => `<p style="margin: 40vh 0">${one}</p>`).join('')}</div>`;
own.pages.set('rich.html', html);

/** Opens the panel in a tab, with the width that the browser's side panel has at first. */
async function openPanel(height = 800): Promise<Page> {
  const panel = await own.chromium.browser.newPage();
  await panel.setViewport({ width: 360, height });
  await panel.goto(`chrome-extension://${own.chromium.extensionId}/sidepanel.html`);
  return panel;
}

/** Opens the panel at the tasks of an article, while the page of the article is open too. */
async function openPanelAtTasks(): Promise<Page> {
  const url = `${own.server.origin}/rich.html`;
  await own.page.goto(url);
  const panel = await openPanel();
  await keepReading(panel, { ...richReading, url });
  await panel.reload();
  await press(panel, '[data-testid=article-row] .headline');
  await press(panel, '[data-testid=tab-tasks]');
  return panel;
}

const popupWith = (answer: unknown): Promise<Page> =>
  popupAnswered(own.chromium.browser, own.chromium.extensionId, answer);
test.each([
  ['loading', null, ''],
  ['restricted', { code: 'restricted' }, '此页无法读取'],
  ['restricted', { code: 'pdf' }, 'PDF'],
  ['error', { code: 'unexpected' }, '重试'],
])('the popup says what is the matter: %s %o', async (state, answer, words) => {
  const popup = await popupWith(answer);
  await seen(popup, `[data-testid=state-${state}]`);
  expect(await textOf(popup)).toContain(words);
  await expectAccessible(popup, `popup, ${state}`);
  await popup.close();
});

test('a page that is no article is named for what it is, and can be saved', async () => {
  const article = {
    ...richReading.article,
    isArticle: false,
    pageKind: 'list',
    isExcerpt: false,
    paging: null,
  };
  const popup = await popupWith({
    value: { reading: { ...richReading, article, taskLists: [] }, saved: null },
  });
  expect(await textOf(popup)).toContain('这像是列表页，不是文章');
  expect(await popup.$('[data-testid=save]:not([disabled])')).not.toBeNull();
  await popup.close();
});

test('a saved page that says something else now is told, and only then is the update urged', async () => {
  const saved = savedFrom(richReading);
  for (const [sha256, words, urged] of [
    [saved.sha256, '已保存 · ', 0],
    ['0'.repeat(64), '网页已改动 · 存于 ', 1],
  ] as const) {
    const popup = await popupWith({ value: { reading: richReading, saved: { ...saved, sha256 } } });
    await until(async () => (await popup.$$('[data-testid=save].primary')).length === urged, words);
    expect(await popup.$eval('[role=status]', (one) => one.textContent)).toContain(words);
    await popup.close();
  }
});

test('an article without a date and a source says so, and a reference to it can be copied', async () => {
  const article = { ...richReading.article, publishedAt: null, source: null, issuer: null };
  const popup = await popupWith({ value: { reading: { ...richReading, article }, saved: null } });
  expect(await popup.$$eval('.absent', (all) => all.map((one) => one.textContent))).toEqual([
    '未读到发布时间',
    '未读到来源',
  ]);
  await press(popup, '[data-testid=cite]');
  await until(async () => (await textOf(popup)).includes('已复制参考文献'), 'the copy');
  await expectAccessible(popup, 'popup, absences');
  await popup.close();
});

test('the popup keeps its bar in view, tells unsure values from the others, and every origin on request', async () => {
  const popup = await popupWith({ value: { reading: richReading, saved: null } });
  const bar = await popup.$eval('.save-bar', (one) => one.getBoundingClientRect().bottom);
  expect(bar).toBeLessThanOrEqual(600);
  expect(await textOf(popup)).toContain('第 1 页，共 3 页');
  expect(await textOf(popup)).toContain('文中称 4 项，已识别 3 项，请核对');
  expect(await textOf(popup)).toContain('8 项，5 项有时限');
  expect(await popup.$eval('[data-testid=more-facts] summary', (one) => one.textContent)).toContain(
    '1 项待核对',
  );
  await press(popup, '[data-testid=more-facts] summary');
  expect(await popup.$$eval('[data-testid=unsure]', (all) => all.map((one) => one.textContent))).toEqual([
    '待核对：依据页面上的信息行（无标签），可信度低',
  ]);
  // The second date is shown without a click, because a wrong date in a citation is worse than none.
  expect(await popup.$eval('[data-testid=otherwise]', (one) => one.textContent)).toBe(
    '另见政府网站标准标签：2025-03-13',
  );
  await press(popup, '[data-testid=origins]');
  expect((await popup.$$('[data-testid=origin]')).length).toBe(
    Object.keys(richReading.article.provenance).length - 1,
  );
  expect(await textOf(popup)).toContain('公文信息表，可信度高');
  await press(popup, '[data-testid=task-open]');
  for (const fold of ['goals', 'meetings', 'documents', 'people', 'images', 'related'])
    await press(popup, `[data-testid=${fold}] summary`);
  const shown = await textOf(popup);
  for (const words of [
    '截至 2025-06-30',
    '时限 两年内 · 2027-03-12',
    '责任 各县区、各部门',
    '牵头',
    '一是',
    '地表水优良比例 不低于 85%',
    '3月12日上午（2025-03-12） · 市民中心',
    '方案 · 审议',
  ])
    expect(shown).toContain(words);
  await expectAccessible(popup, 'popup, all opened');
  await expectNoOverflow(popup, 'popup');
  await popup.close();
});

test('links open in a new tab that learns nothing, and an address that is not of the web is no link', async () => {
  const popup = await popupWith({ value: { reading: richReading, saved: null } });
  const links = await popup.$$eval('a', (all) => all.map(({ href, target, rel }) => ({ href, target, rel })));
  expect(links.length).toBeGreaterThan(4);
  for (const { href, target, rel } of links) {
    expect(href).toMatch(/^https?:/);
    expect(target).toBe('_blank');
    expect(rel).toContain('noopener');
  }
  expect(await popup.$eval('[data-testid=related]', (one) => one.textContent)).toContain('不可打开的地址');
  await popup.close();
});

test('the panel passes the same check in every view, and fits into 320 pixels and into half of them', async () => {
  // Makes the window so tall that no content is half covered by a sticky bar. axe would report covered buttons as too
  // small.
  const height = 3600;
  const panel = await openPanel(height);
  await seen(panel, '[data-testid=state-empty]');
  await expectAccessible(panel, 'panel, empty');
  await keepReading(panel, richReading);
  await panel.reload();
  await seen(panel, '[data-testid=article-row]');
  await expectAccessible(panel, 'panel, list');
  await typeInto(panel, '[data-testid=search]', '沿河步行');
  await seen(panel, '[data-testid=excerpt]');
  expect(await panel.$eval('[data-testid=excerpt] mark', (one) => one.textContent)).toBe('沿河步行');
  await expectAccessible(panel, 'panel, found');
  await typeInto(panel, '[data-testid=search]', '无此文字');
  await until(async () => (await textOf(panel)).includes('没有符合条件的文章'), 'nothing found');
  await press(panel, '[data-testid=clear-filters]');
  await seen(panel, '[data-testid=article-row]');
  await press(panel, '[data-testid=article-row] .headline');
  await press(panel, '[data-testid=tab-tasks]');
  await press(panel, '[data-testid=mark-task]');
  await seen(panel, '[data-testid=task-marked]');
  await press(panel, '[data-testid=task-open]');
  await press(panel, '[data-testid=task-edit]');
  await press(panel, '[data-testid=nudge-end-back]');
  await expectAccessible(panel, 'panel, editing a task');
  await press(panel, '[data-testid=span-keep]');
  await seen(panel, '[data-testid=task-corrected]');
  await press(panel, '[data-testid=task-edit-details]');
  await press(panel, '[data-testid=deadline-add]');
  await typeInto(panel, '[data-testid=detail-leads]', '、市水务局');
  await typeInto(panel, '[data-testid=detail-speaker-title]', '、市长');
  await seen(panel, '[data-testid=detail-for-list]');
  await expectAccessible(panel, 'panel, editing the details of a task');
  for (const width of [320, 160]) {
    await panel.setViewport({ width, height });
    await expectNoOverflow(panel, `panel of ${width} pixels, editing the details of a task`);
  }
  await panel.setViewport({ width: 360, height });
  await press(panel, '[data-testid=keep-details]');
  await seen(panel, '[data-testid=detail-read]');
  await expectAccessible(panel, 'panel, a task with corrected details');
  await press(panel, '[data-testid=task-remove]');
  await press(panel, '[data-testid=show-removed]');
  await expectAccessible(panel, 'panel, a removed task');
  await press(panel, '[data-testid=removed] [data-testid=task-restore]');
  await press(panel, '[data-testid=add-task]');
  for (const fold of ['goals', 'meetings', 'documents', 'people'])
    await press(panel, `[data-testid=${fold}] summary`);
  await press(panel, '[data-testid=origins]');
  for (const width of [360, 320, 180]) {
    await panel.setViewport({ width, height });
    for (const tab of ['tasks', 'marks', 'text']) {
      await press(panel, `[data-testid=tab-${tab}]`);
      if (width === 360) await expectAccessible(panel, `panel, ${tab}`);
      await expectNoOverflow(panel, `panel, ${tab}, ${width} pixels`);
    }
  }
  await press(panel, '[data-testid=tab-marks]');
  // Checks that spell checking is off. A spell checker might download a dictionary, or send the words to a server.
  for (const field of await panel.$$('[data-testid=note], [data-testid=add-tag]'))
    expect(await field.evaluate((one) => one.getAttribute('spellcheck'))).toBe('false');
});

test('the options pass the same check, and name the keys', async () => {
  const options = await own.chromium.browser.newPage();
  await options.goto(`chrome-extension://${own.chromium.extensionId}/options.html`);
  await until(async () => (await textOf(options)).includes('Alt+Shift+S'), 'the commands');
  expect(await textOf(options)).toContain('在网页上选中文字后');
  await expectAccessible(options, 'options');
});

test('a goal and a measure go to their place on the page', async () => {
  const panel = await openPanelAtTasks();
  const { page } = own;
  const go = async (selector: string, words: string) => {
    await page.evaluate(() => scrollTo(0, 0));
    await press(panel, selector);
    await until(
      () =>
        page.evaluate((wanted) => {
          const place = [...document.querySelectorAll('p')].find((one) => one.textContent!.includes(wanted))!;
          const { top, bottom } = place.getBoundingClientRect();
          return top < innerHeight && bottom > 0 && scrollY > 0;
        }, words),
      words,
    );
    await panel.bringToFront();
  };
  await press(panel, '[data-testid=goals] summary');
  await go('[data-testid=goals] [data-testid=extra]', '地表水优良比例达到85%以上');
  await press(panel, '[data-testid=task-open]');
  await go('[data-testid=measure]', '沿河步行逐段核查');
  await panel.hover('[data-testid=measure]');
  await until(async () => (await highlightsOver(page, '沿河步行')).includes('light'), 'the light');
});

test('a task is corrected by the keyboard alone, and the focus is never lost', async () => {
  const panel = await openPanelAtTasks();
  await press(panel, '[data-testid=task-open]');
  const focused = () =>
    panel.evaluate(
      () => document.activeElement?.getAttribute('data-testid') ?? document.activeElement?.tagName,
    );
  const tabTo = async (testId: string) => {
    for (let steps = 0; steps < 12 && (await focused()) !== testId; steps++)
      await panel.keyboard.press('Tab');
    expect(await focused()).toBe(testId);
  };
  await (await seen(panel, '[data-testid=task-open][aria-expanded=true]')).focus();
  await tabTo('task-edit');
  await panel.keyboard.press('Enter');
  await until(async () => (await focused()) === 'span-text', 'the focus in the editor');
  await tabTo('nudge-end-back');
  await panel.keyboard.press('Enter');
  await tabTo('span-keep');
  await panel.keyboard.press('Enter');
  await until(async () => (await focused()) === 'task-edit', 'the focus back at the button');
  // The focus returns at once. The corrected words show a little later, after the collection has reported the change.
  await until(async () => (await textOf(panel)).includes('读到的是：摸清排口底数'), 'the words as found');
  await tabTo('task-remove');
  await panel.keyboard.press('Enter');
  await until(async () => (await focused()) === 'undo', 'the focus at the way back');
  await panel.keyboard.press('Enter');
  await seen(panel, '[data-testid=task-corrected]');
});

test('corrections whose words are gone are told of, and can be given up', async () => {
  const at = { type: 'TextQuoteSelector', exact: '一句不再有的话', prefix: '', suffix: '' };
  const correction = { kind: 'remove', id: crypto.randomUUID(), at, created: '2025-03-13T02:00:00.000Z' };
  const title = '另一篇有旧更正的文章';
  const text = `${richReading.article.text}\n此文另有一段。`;
  const article = { ...richReading.article, title, text, publishedAt: '2025-03-20' };
  const url = 'https://www.lanqiao.example/zwyw/202503/other.html';
  const panel = await openPanel();
  await keepReading(panel, richReading);
  await keepReading(panel, { ...richReading, url, canonicalUrl: null, article }, [correction]);
  await panel.reload();
  const headlines = () => panel.$$eval('.headline', (all) => all.map((one) => one.textContent));
  await until(async () => (await headlines()).length === 2, 'both articles');
  await panel.select('[data-testid=order]', 'published');
  await until(async () => (await headlines())[0] === title, 'the one published last, first');
  await press(panel, `::-p-xpath(//span[@class='headline' and .='${title}'])`);
  await press(panel, '[data-testid=tab-tasks]');
  await seen(panel, '[data-testid=unplaced]');
  expect(await textOf(panel)).toContain('有 1 处更正对不上现在的原文');
  expect(await textOf(panel)).toContain('任务（8）');
  await expectAccessible(panel, 'panel, corrections that do not fit');
  await press(panel, '[data-testid=unplaced] button');
  await until(async () => (await panel.$('[data-testid=unplaced]')) === null, 'no such corrections');
});
