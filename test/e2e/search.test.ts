import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import type { browser } from 'wxt/browser';
import { press, seen, typeInto } from '../../scripts/lib/seen.mjs';
import { keepReadings } from '../../scripts/lib/views.mjs';
import { expectAccessible } from '../support/accessibility.ts';
import { openExport } from '../support/download.ts';
import { textOf, until, untilGone } from '../support/page.ts';
import { datedReading, sampleReading } from '../support/samples.ts';
import { useFreshChromium } from '../support/useChromium.ts';

const own = useFreshChromium();
let panel: Page;

const briefing = (n: number) =>
  sampleReading(
    {
      title: `第${n}期水务简报`,
      documentNumber: `青水发〔2025〕${n}号`,
      text: `青山区水务简报第${n}期。\n${n % 9 === 0 ? '推行“雙隨機、一公開”监管。' : '检查排水管网。'}`,
      publishedAt: `2025-03-${String(1 + (n % 28)).padStart(2, '0')}`,
    },
    `https://www.qingshan.example/zw/${n}.html`,
  );

const openPanel = async () => {
  panel = await own.chromium.browser.newPage();
  await panel.setViewport({ width: 360, height: 700 });
  await panel.goto(`chrome-extension://${own.chromium.extensionId}/sidepanel.html`);
};

/** Opens the panel with a collection of `count` briefings. */
async function openPanelOn(count: number) {
  await openPanel();
  await keepReadings(
    panel,
    Array.from({ length: count }, (_, i) => briefing(i + 1)),
  );
  await panel.reload();
  await seen(panel, '[data-testid=article-row]');
}

const headlines = () => panel.$$eval('.headline', (all) => all.map((one) => one.textContent));
const status = () => panel.$eval('[role=status]', (one) => one.textContent);
const search = async (words: string) => {
  await panel.$eval('[data-testid=search]', (field) => {
    (field as HTMLInputElement).value = '';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await typeInto(panel, '[data-testid=search]', words);
};

/** The headline of the first row that is not beneath the bar, and how far its upper edge is from the window's. */
const topRow = () =>
  panel.evaluate(() => {
    const rows = [...document.querySelectorAll('[data-testid=article-row]')];
    const row = rows.find((one) => one.getBoundingClientRect().bottom > 1);
    return {
      headline: row?.querySelector('.headline')?.textContent,
      at: Math.round(row?.getBoundingClientRect().top ?? 0),
      hasExcerpts: rows.filter((one) => one.querySelector('[data-testid=excerpt]')).length > 5,
    };
  });

test('only the rows in the window are drawn, and all are reached', async () => {
  await openPanelOn(130);
  await until(async () => (await status()) === '130 篇', 'the count');
  expect((await headlines()).length).toBeLessThan(40);
  expect((await headlines())[0]).toBe('第130期水务简报');
  await until(async () => {
    await panel.evaluate(() => scrollTo(0, document.body.scrollHeight));
    return (await headlines()).at(-1) === '第1期水务简报';
  }, 'the first article, which is the last row');
  expect((await headlines()).length).toBeLessThan(40);
});

test('words in another script, signs and brackets are found, each lit where it stands', async () => {
  await openPanelOn(27);
  await search('双随机一公开');
  await until(async () => (await status()) === '3 / 27 篇', 'three articles');
  await until(
    async () =>
      (
        await panel.$$eval('[data-testid=excerpt] mark', (all) => all.map((one) => one.textContent))
      ).join() === '雙隨機、一公開,雙隨機、一公開,雙隨機、一公開',
    'the words lit',
  );
  await expectAccessible(panel, 'panel, search');
  await search('文号：青水发[2025]7号');
  await until(async () => (await headlines()).join() === '第7期水务简报', 'the document');
  await search('监管 or 第7期 -before:2025-03-08');
  await until(async () => (await status()) === '4 / 27 篇', 'four articles');
});

/** Waits until the panel has stored how far its list is scrolled. From then on, nothing moves the rows any more. */
async function untilPlaceKept(): Promise<void> {
  const kept = () =>
    panel.evaluate(async () => {
      const { panelList } = await (
        globalThis as unknown as { chrome: typeof browser }
      ).chrome.storage.local.get('panelList');
      return (panelList as { place: number } | undefined)?.place;
    });
  await until(async () => (await kept()) === (await panel.evaluate(() => scrollY)), 'the kept place');
}

test('search, order, selection and place stay while an article is open, and when the panel is opened again', async () => {
  await openPanelOn(130);
  await search('水务简报 -监管');
  await until(async () => (await status()) === '116 / 130 篇', 'most of the articles');
  await panel.select('[data-testid=order]', 'saved');
  await until(async () => (await headlines())[0] === '第130期水务简报', 'the last saved first');
  await press(panel, '[data-testid=article-row] input');
  await panel.evaluate(() => scrollTo(0, 3000));
  await until(async () => !(await headlines()).includes('第130期水务简报'), 'rows further down');
  await untilPlaceKept();
  const before = (await topRow()).headline;
  const there = async () => {
    const fields = () =>
      panel.$$eval('[data-testid=search], [data-testid=order]', (all) =>
        all.map((one) => (one as HTMLInputElement | HTMLSelectElement).value).join(),
      );
    await until(async () => (await fields()) === '水务简报 -监管,saved', 'the search and the order');
    await until(async () => (await textOf(panel)).includes('已选 1 篇'), 'the selection');
    await until(async () => (await topRow()).headline === before, 'the place');
  };
  await panel.evaluate(() => document.querySelectorAll<HTMLElement>('.headline')[8]!.click());
  await seen(panel, '[data-testid=article-view]');
  await press(panel, '[data-testid=back]');
  await seen(panel, '[data-testid=article-row]');
  await there();
  await panel.close();
  await openPanel();
  await seen(panel, '[data-testid=article-row]');
  await there();
});

test('with a search, too, the list has the same row at its upper edge however often it is opened again', async () => {
  await openPanelOn(130);
  await search('排水管网');
  await until(async () => (await status())?.includes(' / 130') === true, 'the result');
  await panel.mouse.move(180, 500);
  await panel.mouse.wheel({ deltaY: 2500 });
  await until(
    async () => (await panel.evaluate(() => scrollY)) > 1500 && (await topRow()).hasExcerpts,
    'rows',
  );
  await untilPlaceKept();
  const before = await topRow();
  for (let times = 0; times < 3; times++) {
    await panel.reload();
    await seen(panel, '[data-testid=article-row]');
    await until(
      async () => JSON.stringify(await topRow()) === JSON.stringify(before),
      `row ${before.headline}`,
    );
  }
});

test('a change is found at once, and what was deleted is not', async () => {
  await openPanelOn(12);
  await search('第12期水务');
  await until(async () => (await status()) === '1 / 12 篇', 'the article');
  await until(async () => (await headlines()).join() === '第12期水务简报', 'its row alone');
  await press(panel, '[data-testid=article-row] .headline');
  await typeInto(panel, '[data-testid=note]', '与街道再核对');
  await press(panel, '[data-testid=back]');
  await seen(panel, '[data-testid=search]');
  await search('note:再核对');
  await until(async () => (await headlines()).join() === '第12期水务简报', 'the article by its note');
  await press(panel, '[data-testid=article-row] .headline');
  await press(panel, '[data-testid=delete-article]');
  await seen(panel, '[data-testid=search]');
  await until(async () => (await textOf(panel)).includes('没有符合条件的文章'), 'nothing');
});

test('articles are unread until they are opened, are starred in the list, and are filtered by both', async () => {
  await openPanelOn(20);
  const row = (n: number) => `[data-testid=article-row][data-index="${n}"]`;
  await seen(panel, `${row(0)}.unread`);
  const first = (await headlines())[0]!;
  await press(panel, `${row(1)} [data-testid=star]`);
  await seen(panel, `${row(1)} [data-testid=star][aria-pressed=true]`);
  const second = (await headlines())[1];
  await press(panel, `${row(0)} .headline`);
  await seen(panel, '[data-testid=article-view]');
  await until(
    () => panel.$eval('[data-testid=mark-unread]', (one) => one.textContent.includes('标为未读')),
    'that the article is read',
  );
  await press(panel, '[data-testid=back]');
  await seen(panel, `${row(0)}:not(.unread)`);
  await press(panel, '[data-testid=filter-unread]');
  await until(async () => !(await headlines()).includes(first), 'the unread alone');
  await press(panel, '[data-testid=filter-starred]');
  await until(async () => (await headlines()).join() === second, 'the starred and unread one');
  await expectAccessible(panel, 'panel, filters');
  await press(panel, '[data-testid=clear-filters]');
  await until(async () => (await headlines()).length > 5, 'all again');
});

test('two tags in a row go onto what is selected, and Enter undoes nothing', async () => {
  await openPanelOn(70);
  await press(panel, '[data-testid=select-all]');
  await typeInto(panel, '[data-testid=bulk-tag]', '重点');
  await panel.keyboard.press('Enter');
  await panel.keyboard.type('督办');
  await panel.keyboard.press('Enter');
  const tags = () =>
    panel.$eval('[data-testid=article-row]', (row) =>
      [...row.querySelectorAll('.row-chips button')].map((one) => one.textContent),
    );
  await until(async () => (await tags()).join() === '重点,督办', 'both tags');
  expect(await panel.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('bulk-tag');
});

test('what is selected is tagged together, taken back in one step, and deleted together', async () => {
  await openPanelOn(20);
  await search('第1期 or 第2期 or 第3期');
  await until(async () => /^3 /.test((await status()) ?? ''), 'three articles');
  await until(async () => (await headlines()).length === 3, 'three rows');
  await press(panel, '[data-testid=select-all]');
  await seen(panel, '[data-testid=bulk-bar]');
  await expectAccessible(panel, 'panel, selection');
  await typeInto(panel, '[data-testid=bulk-tag]', '简报/水务');
  await panel.keyboard.press('Enter');
  const chips = () =>
    panel.$$eval('[data-testid=article-row] button.chip', (all) => all.map((one) => one.textContent));
  await until(async () => (await chips()).length === 3, 'three tagged rows');
  await press(panel, '[data-testid=undo]');
  await until(async () => (await chips()).length === 0, 'no tag');
  await press(panel, '[data-testid=bulk-delete]');
  await until(async () => (await textOf(panel)).includes('没有符合条件的文章'), 'nothing found');
  await press(panel, '[data-testid=undo]');
  await until(async () => (await headlines()).length === 3, 'three again');
});

test('by key alone: from the search into the list, through it, into an article, on, and back to its row', async () => {
  await openPanelOn(40);
  const focused = () =>
    panel.evaluate(() => document.activeElement?.querySelector('.headline')?.textContent ?? '');
  const opened = () => panel.$eval('main h1', (one) => one.textContent);
  /** Whether the whole row with the focus is in view, between the bars that stick to the edges of the window. */
  const isInView = () =>
    panel.evaluate(() => {
      const row = document.activeElement!.closest('li')!.getBoundingClientRect();
      const edgeOf = (bar: string) => document.querySelector(bar)!.getBoundingClientRect();
      return row.top >= edgeOf('.list-filters').bottom - 1 && row.bottom <= edgeOf('.list-foot').top + 1;
    });
  await panel.focus('[data-testid=search]');
  await panel.keyboard.press('ArrowDown');
  expect(await focused()).toBe('第40期水务简报');
  for (let n = 39; n >= 25; n--) {
    await panel.keyboard.press(n % 2 ? 'ArrowDown' : 'j');
    await until(async () => (await focused()) === `第${n}期水务简报`, `the row of briefing ${n}`);
    await until(isInView, 'the whole row in view');
  }
  await panel.keyboard.press('Enter');
  await seen(panel, '[data-testid=back]');
  await until(async () => (await opened()) === '第25期水务简报', 'the article');
  await panel.keyboard.press('ArrowRight');
  await until(async () => (await opened()) === '第24期水务简报', 'the next article');
  await panel.keyboard.press('Escape');
  await seen(panel, '[data-testid=article-row]');
  await until(async () => (await focused()) === '第24期水务简报', 'the row of the article that was read');
  await until(isInView, 'the whole row in view');
  await panel.keyboard.press('ArrowUp');
  expect(await focused()).toBe('第25期水务简报');
  // However far one reads on, the list is at the row of the last article afterwards.
  await panel.keyboard.press('Enter');
  await seen(panel, '[data-testid=back]');
  for (let n = 24; n >= 5; n--) {
    await panel.keyboard.press('j');
    await until(async () => (await opened()) === `第${n}期水务简报`, 'the next article');
  }
  await panel.keyboard.press('Escape');
  await until(async () => (await focused()) === '第5期水务简报', 'the row of the last article');
  await until(isInView, 'the whole row in view');
});

test('a part of a search that no field understands is told, and what is found can be exported', async () => {
  await openPanelOn(20);
  await search('foo:简报');
  const doubts = () => panel.$$eval('[data-testid=doubt]', (all) => all.map((one) => one.textContent));
  await until(async () => (await doubts())[0] === '没有“foo:”这个字段，按文字查找。', 'the doubt');
  await search('正文：检查 or 双随机一公开');
  await openExport(panel);
  await seen(panel, '[data-testid=export-found]');
  const offer = () => panel.$eval('[data-testid=export-found]', (one) => one.textContent);
  await until(async () => (await offer()) === '导出找到的（20）', 'the offer to export what is found');
  expect(await doubts()).toEqual([]);
});

test('rows show as many of the searched words as they can, with the names of fields and the days of deadlines', async () => {
  await openPanel();
  const filler = '其他事项另行通知。'.repeat(20);
  const dated = datedReading('岚桥', ['2027-04-10', '2027-09-30']);
  await keepReadings(panel, [
    sampleReading(
      {
        title: '岚桥市部署管网检查',
        documentNumber: '岚水发〔2025〕5号',
        keywords: ['管网'],
        text: `岚桥市部署管网检查\n${filler}\n要补齐管网。${filler}\n空气要好，PM2.5要降。`,
      },
      'https://www.lanqiao.example/1.html',
    ),
    dated,
  ]);
  await panel.reload();
  await seen(panel, '[data-testid=article-row]');
  const excerpts = () => panel.$$eval('[data-testid=excerpt]', (all) => all.map((one) => one.textContent));
  const shows = async (query: string, expected: (string | RegExp)[]) => {
    await search(query);
    await until(async () => {
      const found = await excerpts();
      return (
        found.length === expected.length && found.every((one, i) => new RegExp(expected[i]!).test(one ?? ''))
      );
    }, `the excerpts for ${query}`);
  };
  await shows('岚水发[2025]5号 管网', [/^要补齐管网/, /^发文字号 岚水发〔2025〕5号$/]);
  await shows('管网 PM2.5', [/^空气要好，PM2.5要降/]);
  await shows('关键词：管网', [/^关键词 管网$/]);
  await shows('due:2027-09', [/^时限 2027-09-30 .*2027年9月30日前/]);
  expect(await panel.$eval('[data-testid=excerpt] mark', (one) => one.textContent)).toBe('2027年9月30日前');
  await expectAccessible(panel, 'panel, deadlines found');
  await search('after:2025');
  await until(
    async () => (await panel.$$eval('.about mark', (all) => all.map((one) => one.textContent))).length === 2,
    'the days of publication lit',
  );
});

test('values of fields are completed by any words in them, and a group is asked of its field', async () => {
  await openPanel();
  await keepReadings(panel, [
    datedReading('岚桥', ['2027-04-10']),
    ...['岚桥日报', '日报在线', '新华社'].map((source, n) =>
      sampleReading({ title: `第${n}号`, source }, `https://www.lanqiao.example/${n}.html`),
    ),
  ]);
  await panel.reload();
  await seen(panel, '[data-testid=article-row]');
  const offers = async (query: string, expected: string[]) => {
    await search(query);
    await until(
      async () =>
        (
          await panel.$$eval('[data-testid=completions] option', (all) =>
            all.map((one) => (one as HTMLOptionElement).value),
          )
        ).join() === expected.join(),
      `the completions of ${query}`,
    );
  };
  await offers('来源：日报', ['来源：日报在线', '来源：岚桥日报']);
  await offers('责任单位：水务', ['责任单位：市水务局']);
  await search('来源：(岚桥日报 or 新华社)');
  await until(async () => (await status()) === '2 / 4 篇', 'the articles of two sources');
  await search('due:>2026 and 管网');
  await until(async () => (await status()) === '1 / 4 篇', 'the article with a later deadline');
  await search('due:2027-13');
  const doubts = () => panel.$$eval('[data-testid=doubt]', (all) => all.map((one) => one.textContent));
  await until(async () => (await doubts())[0]?.startsWith('“due:2027-13”里不是时限'), 'the doubt');
});

test('rows of the query before cannot be used, until the new one is answered', async () => {
  await openPanelOn(12);
  // Holds back the answers of the search, as an index does that is read for the first time.
  await panel.evaluateOnNewDocument(() => {
    const post = Worker.prototype.postMessage;
    const held: (() => void)[] = [];
    Object.assign(window, {
      answer: () => {
        for (const one of held.splice(0)) one();
      },
    });
    Worker.prototype.postMessage = function (this: Worker, ...of: [never]) {
      held.push(() => post.apply(this, of));
    };
  });
  await panel.reload();
  await seen(panel, '[data-testid=article-row]');
  await search('第3期');
  await seen(panel, '.articles[inert]');
  expect((await headlines()).length).toBe(12);
  await panel.keyboard.press('ArrowDown');
  expect(await panel.$('[data-testid=article-view]')).toBeNull();
  await until(async () => {
    await panel.evaluate('answer()');
    return (await headlines()).join() === '第3期水务简报';
  }, 'the article alone');
  await seen(panel, '.articles:not([inert])');
});

test('beside the list, the hits in an open article go when the search is changed', async () => {
  await openPanelOn(12);
  await panel.setViewport({ width: 1300, height: 800 });
  await panel.goto(`chrome-extension://${own.chromium.extensionId}/collection.html`);
  await seen(panel, '[data-testid=article-row]');
  await search('管网');
  await until(async () => (await status()) === '11 / 12 篇', 'the articles');
  await press(panel, '[data-testid=article-row] .headline');
  await seen(panel, '[data-testid=hit-bar]');
  const lit = () => panel.evaluate(() => CSS.highlights.has('search-hit'));
  expect(await lit()).toBe(true);
  await press(panel, '[data-testid=clear-filters]');
  await untilGone(panel, '[data-testid=hit-bar]');
  expect(await lit()).toBe(false);
  await seen(panel, '[data-testid=article-beside]');
});
