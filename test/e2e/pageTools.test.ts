import type { KeyInput, Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { typeInto } from '../../scripts/lib/seen.mjs';
import {
  boxWithin,
  cardOf,
  clickInCard,
  control,
  dragOver,
  frameOf,
  isWithin,
  markedWords,
  markWords,
  newsPage,
  openPage,
  paragraphs,
  selectWords,
  untilMarked,
} from '../support/journey.ts';
import { BAR, boxOf, CARD, EDGE, firstColour, tagsOn, toolbarOf, until } from '../support/page.ts';
import { rowsOf } from '../support/rows.ts';
import { useChromium } from '../support/useChromium.ts';

// The toolbar, the card and the ticks at the window's edge, on many kinds of pages. Each test has its own article and
// its own tab.

const own = useChromium();
let page: Page;

beforeEach(async () => {
  page = await own.chromium.browser.newPage();
});
afterEach(async () => {
  await page?.close();
});

const open = (name: string, html: string) => openPage(page, own.server, own.pages, name, html);

const mark = (from: string, to = from, key: KeyInput = '1') => markWords(page, from, to, key);

async function workerOf() {
  const target = await own.chromium.browser.waitForTarget(
    (one) => one.type() === 'service_worker' && one.url().includes(own.chromium.extensionId),
  );
  return (await target.worker())!;
}

/** The notes of all marks, read from the database. */
async function notes(): Promise<string[]> {
  const all = await rowsOf<{ body: { value: string }[] }>(await workerOf(), 'annotations');
  return all.flatMap(({ body }) => body.map(({ value }) => value));
}

test('a page that takes our elements out while they are in use does not get rid of them', async () => {
  const words = '公园夜间照明延长一小时';
  await open(
    'removing.html',
    `${newsPage('公园延长开放时间', paragraphs(`入夏以后，${words}，入园不收费。`))}<script>
      // Stops after six removals, because the page would be useless otherwise.
      const left = { bar: 6, card: 6 };
      window.taken = { bar: 0, card: 0 };
      new MutationObserver(() => {
        for (const [kind, selector] of [['bar', '${BAR}'], ['card', '${CARD}']])
          for (const host of document.querySelectorAll(selector))
            if (left[kind]-- > 0) { host.remove(); taken[kind]++; }
      }).observe(document.documentElement, { childList: true });
    </script>`,
  );
  const taken = () => page.evaluate(() => (window as unknown as { taken: Record<string, number> }).taken);
  await selectWords(page, words);
  await until(async () => (await taken()).bar === 6 && (await page.$(BAR)), 'the toolbar');
  await page.keyboard.press('4');
  await untilMarked(page, [words], 'pink');
  const box = await boxOf(page, words);
  await page.mouse.click(box.left + 20, box.middle);
  await until(async () => (await taken()).card === 6, 'the card to be taken out');
  const card = await cardOf(page);
  await typeInto(card, '[data-testid=note]', '七月再核');
  // Waits until the note is saved before the card is removed. A message that a frame sends at its end may be lost.
  await until(async () => (await notes()).includes('七月再核'), 'the note to be kept');
  await page.$eval(CARD, (host) => host.remove());
  await until(async () => {
    const again = await cardOf(page);
    return (await again.$eval('textarea', ({ value }) => value)) === '七月再核';
  }, 'the note in the card that came back');
});

test('an article in two tabs shows the same marks and the same notes in both, at once', async () => {
  const [first, second] = ['河道保洁每日两次', '垃圾日产日清'];
  await open(
    'twice.html',
    newsPage(
      '河道保洁办法公布',
      paragraphs(`即日起，${first}，由街道负责。`, `沿河${second}，由城管部门抽查。`),
    ),
  );
  const other = await own.chromium.browser.newPage();
  try {
    await other.goto(page.url());
    await page.bringToFront();
    await mark(first);
    // The other tab shows the mark too, although it was already open before the article was saved.
    await untilMarked(other, [first]);
    await other.bringToFront();
    await markWords(other, second, second, '3');
    await untilMarked(page, [second], 'blue');

    await page.bringToFront();
    const box = await boxOf(page, second);
    await page.mouse.click(box.left + 20, box.middle);
    const card = await cardOf(page);
    await other.bringToFront();
    const there = await boxOf(other, second);
    await other.mouse.click(there.left + 20, there.middle);
    await (await cardOf(other)).type('[data-testid=note]', '周五抽查');
    await until(
      async () => (await card.$eval('textarea', ({ value }) => value)) === '周五抽查',
      'the note in the card of the first tab',
    );
    await clickInCard(await cardOf(other), '[data-testid=card-delete]');
    await untilMarked(page, [first]);
    await until(async () => (await page.$(CARD)) === null, 'the card of the deleted mark to close');
  } finally {
    await other.close();
  }
});

test('in a modal dialog of the page, toolbar and card can be seen and used', async () => {
  const words = '补贴按户发放到卡';
  await open(
    'dialog.html',
    `${newsPage('惠民补贴问答', paragraphs('点击查看问答全文。'))}<style>
      dialog { width: 460px; height: 150px; overflow: hidden; transform: translate(10px, 10px); }
      ::backdrop { background: rgb(0 0 0 / .6); }
    </style><dialog><p>答：${words}，不收手续费。</p></dialog>
    <script>document.querySelector('dialog').showModal();</script>`,
  );
  const inDialog = () => boxWithin(page, words, 'dialog p');
  const box = await inDialog();
  await dragOver(page, box);
  const colour = await until(() => firstColour(page), 'the toolbar');
  expect(isWithin(await frameOf(page, BAR))).toBe(true);
  expect(await page.$eval(BAR, (host) => host.matches(':popover-open'))).toBe(true);
  await page.mouse.click(colour.x, colour.y);
  await untilMarked(page, [words], 'yellow');
  await page.mouse.click(box.left + 20, box.middle);
  const card = await cardOf(page);
  // Uses the mouse and the keyboard, because scripts can write into an inert element too. Mouse and keyboard cannot.
  const field = (await card.$('[data-testid=note]'))!;
  await field.click();
  await page.keyboard.type('核对名单');
  await until(
    async () => (await field.evaluate((one) => (one as HTMLTextAreaElement).value)) === '核对名单',
    'the note',
  );
  expect(isWithin(await frameOf(page, CARD))).toBe(true);
  expect(await page.$eval('dialog', ({ open: isOpen }) => isOpen)).toBe(true);
});

test('Escape closes the toolbar, and only the next one the dialog that it stands in', async () => {
  await open(
    'escape.html',
    `${newsPage('办事指南说明', paragraphs('点击查看指南。'))}<dialog><p>材料齐全的当场办结。</p></dialog>
     <script>document.querySelector('dialog').showModal();</script>`,
  );
  const isOpen = () => page.$eval('dialog', (dialog) => dialog.open);
  await selectWords(page, '当场办结');
  await toolbarOf(page);
  await page.keyboard.press('Escape');
  await until(async () => (await page.$(BAR)) === null, 'the toolbar to close');
  expect(await isOpen()).toBe(true);
  await page.keyboard.press('Escape');
  await until(async () => !(await isOpen()), 'the dialog to close');
});

test('the card stays within the window at every edge, and beside a passage taller than it', async () => {
  const corners = {
    左上角条款: 'left: 0; top: 0',
    右上角条款: 'right: 0; top: 0',
    左下角条款: 'left: 0; bottom: 0',
    右下角条款: 'right: 0; bottom: 0',
  };
  const long = Array.from({ length: 60 }, (_, i) => `第${i + 1}项工作由牵头单位按月调度。`);
  await page.setViewport({ width: 700, height: 420 });
  await open(
    'edges.html',
    newsPage(
      '任务清单全文',
      `${paragraphs(...long)}${Object.entries(corners)
        .map(([words, place]) => `<span style="position: fixed; background: #fff; ${place}">${words}</span>`)
        .join('')}`,
    ),
  );
  for (const words of Object.keys(corners)) {
    await mark(words);
    await until(async () => (await markedWords(page)).includes(words), words);
    const box = await boxOf(page, words);
    await page.mouse.click(box.left + 20, box.middle);
    await cardOf(page);
    await until(async () => isWithin(await frameOf(page, CARD)), `the card of ${words} within the window`);
    await page.mouse.click(350, 5);
    await until(async () => (await page.$(CARD)) === null, 'the card to close');
  }
  await mark('第1项工作', '第60项工作');
  await until(
    async () => (await markedWords(page)).some((words) => words.includes('第30项')),
    'the long mark',
  );
  const middle = await boxOf(page, '第30项工作由');
  await page.mouse.click(middle.left + 20, middle.middle);
  await cardOf(page);
  await until(async () => isWithin(await frameOf(page, CARD)), 'the card within the window');
});

test('a selection begun before the marks of a page are there gets its toolbar at the release', async () => {
  const [known, words] = ['绿道全线贯通', '夜间照明同步开启'];
  // Keeps the page busy until the press, so that the marks are fetched only then.
  const busy = `<script>
    let isBusy = true;
    addEventListener('pointerdown', () => { isBusy = false; }, true);
    const spin = () => {
      for (const from = performance.now(); performance.now() - from < 30; );
      if (isBusy) requestAnimationFrame(spin);
    };
    if (performance.getEntriesByType('navigation')[0].type === 'reload') spin();
  </script>`;
  await open(
    'early.html',
    newsPage('绿道建成', `${busy}${paragraphs(`今日，${known}。`, `即日起，${words}。`)}`),
  );
  await mark(known);
  await untilMarked(page, [known]);
  await page.reload({ waitUntil: 'domcontentloaded' });
  const box = await boxOf(page, words);
  await page.mouse.move(box.left + 1, box.middle);
  await page.mouse.down();
  await untilMarked(page, [known]);
  await page.mouse.move(box.right - 1, box.middle, { steps: 6 });
  await page.mouse.up();
  await toolbarOf(page);
});

test('ticks stand at the scroll edge while there are marks', async () => {
  const texts = Array.from({ length: 80 }, (_, i) => `第${i + 1}号井盖由管养单位逐一编号并登记。`);
  await open('ticks.html', newsPage('井盖编号登记', paragraphs(...texts)));
  await mark('第3号井盖');
  await until(() => page.$(EDGE), 'the ticks');
  const { right, width, height, below } = await frameOf(page, EDGE);
  expect(right).toBeGreaterThan(width - 30);
  expect(height).toBe(below);
  await mark('第70号井盖');
  await untilMarked(page, ['第3号井盖', '第70号井盖']);
  await control(page, 'z');
  await untilMarked(page, ['第3号井盖']);
  expect(await page.$(EDGE)).not.toBeNull();
  await control(page, 'z');
  await until(async () => (await page.$(EDGE)) === null, 'the ticks to go');
});

test('of many marks, those near the window are drawn, and all when the page is printed', async () => {
  const words = Array.from({ length: 21 }, (_, i) => `第${i + 1}号井盖`);
  const body = paragraphs(...words.map((one) => `${one}由管养单位逐一编号并登记。`));
  await open('many.html', `<style>p { height: 40vh }</style>${newsPage('井盖编号登记', body)}`);
  const untilDrawn = (one: string, is = true) =>
    until(async () => (await markedWords(page)).includes(one) === is, `${one}, ${is ? '' : 'not '}drawn`);
  for (const one of words) {
    await mark(one);
    await untilDrawn(one);
  }
  const [first, last] = [words[0]!, words[20]!];
  await untilDrawn(first, false);
  await page.evaluate(() => scrollTo(0, 0));
  await untilDrawn(first);
  await untilDrawn(last, false);
  await page.evaluate(() =>
    addEventListener('beforeprint', () => {
      const { highlights } = CSS as unknown as { highlights: Map<string, Set<AbstractRange>> };
      document.title = String([...highlights.values()].reduce((sum, { size }) => sum + size, 0));
    }),
  );
  await page.pdf();
  expect(await page.title()).toBe('21');
  await untilDrawn(last, false);
});

test('what is selected in fields and in our own card is offered nothing', async () => {
  const words = '停车场按小时计费';
  await open(
    'fields.html',
    newsPage(
      '停车收费调整',
      `<p>自下月起，${words}。</p><input value="搜索词语"><textarea>留言内容</textarea><div contenteditable="true">草稿内容</div>`,
    ),
  );
  await mark(words);
  await untilMarked(page, [words]);
  for (const field of ['input', 'textarea', '[contenteditable]']) {
    const { x, y } = (await (await page.$(field))!.boundingBox())!;
    await page.mouse.click(x + 20, y + 8, { count: 2 });
    await control(page, 'a');
    await page.keyboard.press('Shift');
    // Waits until the toolbar would have appeared. It is shown only after the browser has updated the selection.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    expect(await page.$(BAR), field).toBeNull();
    await page.keyboard.press('1');
  }
  expect(await markedWords(page)).toEqual([words]);
  const box = await boxOf(page, words);
  await page.mouse.click(box.left + 20, box.middle);
  const card = await cardOf(page);
  await (await card.$('[data-testid=note]'))!.click();
  await page.keyboard.type('备注里的话');
  await control(page, 'a');
  await page.keyboard.press('Shift');
  await until(() => card.evaluate(() => String(getSelection()) !== ''), 'the selection');
  expect(await card.$(BAR)).toBeNull();
  expect(await page.$(BAR)).toBeNull();
});

test('the context menu marks what is selected', async () => {
  const words = '候车亭加装座椅';
  await open('menu.html', newsPage('公交候车环境改善', paragraphs(`年底以前，${words}和电子站牌。`)));
  const worker = await workerOf();
  const ids = ['highlight', 'note', 'tag', 'task', 'cite'].map((action) => `${action}-selection`);
  // Checks that the menu items exist: the browser refuses to update an item that does not exist.
  await worker.evaluate(
    async (all) => {
      const { contextMenus } = (
        globalThis as unknown as {
          chrome: { contextMenus: { update(id: string, to: object): Promise<void> } };
        }
      ).chrome;
      for (const id of all) await contextMenus.update(id, {});
    },
    [...ids, 'save-page'],
  );
  await page.bringToFront();
  await page.evaluate((wanted) => {
    const text = document.querySelector('#content p')!.firstChild as Text;
    const at = text.data.indexOf(wanted);
    getSelection()!.setBaseAndExtent(text, at, text, at + wanted.length);
  }, words);
  // Sends the event of a menu click, because a headless browser does not show its context menu.
  await worker.evaluate(async (url) => {
    const { tabs, contextMenus } = (
      globalThis as never as { chrome: typeof globalThis & Record<string, never> }
    ).chrome as unknown as {
      tabs: { query(by: object): Promise<{ url?: string }[]> };
      contextMenus: { onClicked: { dispatch(info: object, tab: object): void } };
    };
    const tab = (await tabs.query({})).find((one) => one.url === url)!;
    contextMenus.onClicked.dispatch({ menuItemId: 'task-selection', editable: false, pageUrl: url }, tab);
  }, page.url());
  await untilMarked(page, [words]);
  const box = await boxOf(page, words);
  await page.mouse.click(box.left + 20, box.middle);
  const card = await cardOf(page);
  await until(async () => (await tagsOn(card)).includes('任务'), 'the tag of a task');
});
