import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { beforeEach, expect, test } from 'vitest';
import { press, seen } from '../../scripts/lib/seen.mjs';
import { emptyCollection, markStates } from '../support/freshState.ts';
import {
  control,
  dragOver,
  markedWords,
  markInShadowTree,
  markWords,
  newsPage,
  openPage,
  paragraphs,
  selectWords,
  untilMarked,
} from '../support/journey.ts';
import {
  BAR,
  boxOf,
  CARD,
  dragAcross,
  firstColour,
  highlightsOver,
  isPainted,
  textOf,
  toolbarOf,
  until,
} from '../support/page.ts';
import { useFirefox } from '../support/useFirefox.ts';

const file = 'district-meeting.html';
const html = readFileSync('test/pages/district-meeting/source.html', 'utf8');
const pages = new Map<string, string>();
const own = useFirefox({
  pages,
  // Switches on caret browsing, as the key F7 does, but without its confirmation.
  prefs: { 'accessibility.browsewithcaret': true },
});
let page: Page;
let panel: Page;

beforeEach(async () => {
  for (const one of await own.firefox.browser.pages()) if (one !== own.options) await one.close();
  await emptyCollection(own.options);
  pages.clear();
  page = await own.firefox.browser.newPage();
  await page.goto(`${own.server.origin}/${file}`);
});
/** Marks words of the page, and waits until they are highlighted. */
async function mark(words: string) {
  await markWords(page, words);
  await until(() => isPainted(page, words), `the mark on ${words}`);
}

test('words are selected, marked and taken back with the keyboard alone', async () => {
  const words = '接受居民监督';
  const box = await boxOf(page, words);
  await page.mouse.click(box.left + 1, box.middle);
  await page.keyboard.down('Shift');
  for (const _ of words) await page.keyboard.press('ArrowRight');
  await page.keyboard.up('Shift');
  await toolbarOf(page);
  await page.keyboard.press('3');
  await until(async () => (await highlightsOver(page, words)).includes('blue'), 'blue');
  await page.keyboard.down('Control');
  await page.keyboard.press('z');
  await page.keyboard.up('Control');
  await until(async () => !(await isPainted(page, words)), 'the mark to go');
});

test('a mark dragged with the mouse opens its card at a click, and comes back on reload', async () => {
  await dragAcross(page, '每周公布一次进度');
  await toolbarOf(page);
  await page.keyboard.press('2');
  await until(async () => (await highlightsOver(page, '每周公布一次进度')).includes('green'), 'green');
  const box = await boxOf(page, '每周公布一次进度');
  await page.mouse.click(box.left + 20, box.middle);
  await until(() => page.$(CARD), 'the card');
  await page.keyboard.press('Escape');
  await page.reload();
  await until(() => isPainted(page, '每周公布一次进度'), 'the mark after the reload');
});

test('of an edited page the panel says so, and the mark stands in the captured text', async () => {
  await mark('每周公布一次进度');
  pages.set(file, html.replace('每周公布一次进度，接受居民监督。', ''));
  await page.reload();
  panel = await own.firefox.openExtensionPage('sidepanel.html');
  await press(panel, '[data-testid=article-row] .headline');
  await seen(panel, '[data-testid=mark-missing]');
  await press(panel, '[data-testid=tab-text]');
  await seen(panel, '[data-testid=page-changed]');
  expect(await panel.$eval('del mark', (mark) => mark.textContent)).toBe('每周公布一次进度');
  expect(await textOf(panel)).toContain('接受居民监督');
});

test('words that come late, after the address changed without a load, get their mark', async () => {
  await mark('每周公布一次进度');
  await page.evaluate(() => {
    const content = document.querySelector('#content')!;
    (window as unknown as { kept: Node[] }).kept = [...content.childNodes];
    history.pushState({}, '', '/other.html');
    content.replaceChildren('另一篇文章的第一段，说的是别的事情。');
  });
  await until(
    () => page.evaluate(() => [...CSS.highlights].every(([, ranges]) => ranges.size === 0)),
    'no mark on the other article',
  );
  await page.evaluate((name) => history.pushState({}, '', `/${name}`), file);
  await until(
    async () => (await markStates(own.options, page.url())).includes('missing'),
    'the mark to be looked for in vain',
  );
  await page.evaluate(() =>
    document.querySelector('#content')!.replaceChildren(...(window as unknown as { kept: Node[] }).kept),
  );
  await until(() => isPainted(page, '每周公布一次进度'), 'the mark on what came late');
});

test('a frame of the same origin is marked like the page, and the mark comes back', async () => {
  const words = '报送排水台账';
  pages.set(
    'frame.html',
    `<meta charset="utf-8"><p id="content">框架里的正文：各街道要在月底前${words}。</p>`,
  );
  pages.set(
    'outer.html',
    '<meta charset="utf-8"><title>外层</title><h1>外层</h1><iframe src="/frame.html" width="900" height="400"></iframe>',
  );
  await page.goto(`${own.server.origin}/outer.html`);
  const frame = () => page.frames().find((one) => one.url().endsWith('/frame.html'))!;
  const offset = await page.$eval('iframe', (one) => {
    const { left, top } = one.getBoundingClientRect();
    return { left: left + one.clientLeft, top: top + one.clientTop };
  });
  const box = await boxOf(frame(), words);
  await dragOver(page, {
    left: offset.left + box.left,
    right: offset.left + box.right,
    middle: offset.top + box.middle,
  });
  await toolbarOf(frame());
  await page.keyboard.press('4');
  await until(() => isPainted(frame(), words), 'the mark in the frame');
  await page.reload();
  await until(() => isPainted(frame(), words), 'the mark after the reload');
});

test('words in an open shadow tree are marked, and come back on reload', async () => {
  const words = '每座泵站配两名值守人员';
  await markInShadowTree(page, words, (name, html) => openPage(page, own.server, pages, name, html));
});

test('a mark whose words were edited is shown as moved', async () => {
  const article = (when: string) =>
    newsPage(
      '沿河步道修缮工程开工',
      paragraphs(
        '沿河步道共有三段需要修缮。',
        `施工单位要在${when}以前完成全部路面铺装并清理现场。`,
        '其间步道分段封闭。',
      ),
    );
  pages.set('moved.html', article('七月底'));
  await page.bringToFront();
  await page.goto(`${own.server.origin}/moved.html`);
  const words = '施工单位要在七月底以前完成全部路面铺装';
  await selectWords(page, words);
  await toolbarOf(page);
  await page.keyboard.press('1');
  await untilMarked(page, [words]);
  pages.set('moved.html', article('八月中旬'));
  await page.reload();
  await until(async () => (await markedWords(page, 'moved')).length === 1, 'the mark to be moved');
});

test('Ctrl+Z takes a mark back, and Ctrl+Shift+Z makes it again', async () => {
  const words = '每户配发一张联系卡';
  pages.set(
    'undo.html',
    newsPage('网格员入户走访', paragraphs(`网格员要逐户走访，${words}，注明服务电话。`)),
  );
  await page.bringToFront();
  await page.goto(`${own.server.origin}/undo.html`);
  await selectWords(page, words);
  await toolbarOf(page);
  await page.keyboard.press('1');
  await untilMarked(page, [words]);
  await control(page, 'z');
  await untilMarked(page, []);
  await control(page, 'z', true);
  await untilMarked(page, [words]);
  await page.reload();
  await untilMarked(page, [words]);
});

test('in a modal dialog of the page, toolbar and card can be used', async () => {
  const words = '补贴按户发放到卡';
  pages.set(
    'dialog.html',
    `${newsPage('惠民补贴问答', paragraphs('点击查看问答全文。'))}<style>
      dialog { width: 460px; height: 150px; overflow: hidden; transform: translate(10px, 10px); }
    </style><dialog><p>答：${words}，不收手续费。</p></dialog>
    <script>document.querySelector('dialog').showModal();</script>`,
  );
  await page.bringToFront();
  await page.goto(`${own.server.origin}/dialog.html`);
  await selectWords(page, words);
  const colour = await until(() => firstColour(page), 'the toolbar');
  await page.mouse.click(colour.x, colour.y);
  await untilMarked(page, [words], 'yellow');
  expect(await page.$eval('dialog', ({ open }) => open)).toBe(true);
});

test('several passages selected at once are all marked', async () => {
  const [first, second] = ['逐户发放明白卡', '集中清运垃圾'];
  pages.set(
    'several.html',
    newsPage('两处文字', paragraphs(`上午${first}，随后休整。`, `下午${second}，当日完成。`)),
  );
  await page.bringToFront();
  await page.goto(`${own.server.origin}/several.html`);
  await page.evaluate(
    (...all) => {
      const selection = getSelection()!;
      selection.removeAllRanges();
      for (const words of all) {
        const text = [...document.querySelectorAll('#content p')]
          .map((one) => one.firstChild as Text)
          .find(({ data }) => data.includes(words))!;
        const range = document.createRange();
        range.setStart(text, text.data.indexOf(words));
        range.setEnd(text, text.data.indexOf(words) + words.length);
        selection.addRange(range);
      }
    },
    first,
    second,
  );
  await page.keyboard.press('Shift');
  await toolbarOf(page);
  await page.keyboard.press('3');
  await untilMarked(page, [first, second], 'blue');
});

test('on a zoomed and on a transformed page the toolbar stands below its words and follows them', async () => {
  const words = '按期完成验收销号';
  const rest = Array.from({ length: 60 }, (_, i) => `第${i + 1}项整改按月调度。`);
  for (const css of ['html { zoom: 1.4 }', 'html { transform: translateY(40px) }']) {
    pages.set(
      'zoomed.html',
      `${newsPage('整改销号', paragraphs(`各地要${words}。`, ...rest))}<style>${css}</style>`,
    );
    await page.bringToFront();
    await page.goto(`${own.server.origin}/zoomed.html`);
    await selectWords(page, words);
    await toolbarOf(page);
    const isBelow = () =>
      page.evaluate((tag) => {
        const bar = document.querySelector(tag)!.getBoundingClientRect();
        const box = getSelection()!.getRangeAt(0).getBoundingClientRect();
        return Math.abs(bar.top - box.bottom - 8) <= 3 || Math.abs(box.top - bar.bottom - 8) <= 3;
      }, BAR);
    await until(isBelow, `the toolbar beside the words under ${css}`);
    await page.evaluate(() => scrollBy(0, 50));
    await until(isBelow, `the toolbar to follow under ${css}`);
  }
});

test('nothing is offered in an editor', async () => {
  pages.set(
    'editor.html',
    newsPage(
      '编辑框',
      `${paragraphs('正文里的文字。')}<div id="e" contenteditable="plaintext-only">草稿内容一行</div>`,
    ),
  );
  await page.bringToFront();
  await page.goto(`${own.server.origin}/editor.html`);
  await markWords(page, '正文里的文字');
  await untilMarked(page, ['正文里的文字']);
  const { x, y } = (await (await page.$('#e'))!.boundingBox())!;
  await page.mouse.click(x + 20, y + 8, { count: 2 });
  await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
  expect(await page.$(BAR)).toBeNull();
});
