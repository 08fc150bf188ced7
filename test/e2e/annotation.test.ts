import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from '../../scripts/lib/chromium.mjs';
import { press, seen, typeInto } from '../../scripts/lib/seen.mjs';
import { servePages } from '../../scripts/lib/server.mjs';
import { emptyCollection, markStates } from '../support/freshState.ts';
import { clickInCard, control, markWords } from '../support/journey.ts';
import {
  BAR,
  boxOf,
  CARD,
  dragAcross,
  EDGE,
  grantAll,
  highlightsOver,
  isPainted,
  steadyPoint,
  tagsOn,
  textOf,
  toolbarOf,
  until,
} from '../support/page.ts';

const file = 'district-meeting.html';
const html = readFileSync('test/pages/district-meeting/source.html', 'utf8');
const pages = new Map<string, string>();
let chromium: Awaited<ReturnType<typeof launchChromium>>;
let server: Awaited<ReturnType<typeof servePages>>;
let own: Page;
let page: Page;
let panel: Page;

beforeAll(async () => {
  server = await servePages('test/pages', pages);
  chromium = await launchChromium({
    extensionDir: '.output/chrome-mv3',
    // Switches on caret browsing, as the key F7 does, but without its confirmation.
    args: ['--enable-caret-browsing'],
  });
  await grantAll(chromium.browser, chromium.extensionId);
  own = await chromium.browser.newPage();
  await own.goto(`chrome-extension://${chromium.extensionId}/options.html`);
});
beforeEach(async () => {
  for (const one of await chromium.browser.pages()) if (one !== own) await one.close();
  await emptyCollection(own);
  pages.clear();
  page = await chromium.browser.newPage();
  await page.goto(`${server.origin}/${file}`);
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

/** Selects words with the keyboard: clicks before them and extends the selection with Shift and the arrow keys. */
async function selectByKeys(words: string) {
  const box = await boxOf(page, words);
  await page.mouse.click(box.left + 1, box.middle);
  await page.keyboard.down('Shift');
  for (const _ of words) await page.keyboard.press('ArrowRight');
  await page.keyboard.up('Shift');
  await toolbarOf(page);
}

/** The frame with the card of a mark. */
const cardOf = (one: Page) =>
  until(async () => {
    const frame = one.frames().find((each) => each.url().endsWith('/card.html'));
    return (await frame?.$('textarea')) && frame;
  }, 'the card') as Promise<Frame>;

/** Marks words of the page, and waits until they are highlighted. */
async function mark(words: string, key: '1' | '3' = '3') {
  await page.bringToFront();
  await markWords(page, words, words, key);
  await until(() => isPainted(page, words), `the mark on ${words}`);
}

const openPanel = async () => {
  panel = await chromium.browser.newPage();
  await panel.goto(`chrome-extension://${chromium.extensionId}/sidepanel.html`);
  await press(panel, '[data-testid=article-row] .headline');
  await seen(panel, '[data-testid=mark]');
};

test('a selection by keys takes a colour by its number, and the full stop does the same again', async () => {
  await selectByKeys('每周公布一次进度');
  await page.keyboard.press('3');
  await until(async () => (await highlightsOver(page, '每周公布一次进度')).includes('blue'), 'blue');
  await selectByKeys('接受居民监督');
  await page.keyboard.press('.');
  await until(async () => (await highlightsOver(page, '接受居民监督')).includes('blue'), 'blue again');
});

test('Escape closes the toolbar, and Ctrl+Z takes back the last mark', async () => {
  await mark('每周公布一次进度');
  await mark('接受居民监督');
  await selectByKeys('做好双路供电');
  await page.keyboard.press('Escape');
  await until(async () => (await page.$(BAR)) === null, 'the toolbar to close');
  await page.evaluate(() => getSelection()!.removeAllRanges());
  await control(page, 'z');
  await until(async () => !(await isPainted(page, '接受居民监督')), 'the mark to go');
  expect(await isPainted(page, '每周公布一次进度')).toBe(true);
});

test('a passage across paragraphs is one mark, and R makes a task of a selection', async () => {
  await mark('每周公布一次进度');
  const from = await boxOf(page, '强调要抓好五个方面');
  await page.evaluate(() => getSelection()!.removeAllRanges());
  await page.mouse.move(from.left + 1, from.middle);
  await page.mouse.down();
  const to = await page.evaluate(() => {
    const next = [...document.querySelectorAll('#content p')].find((p) => p.textContent!.startsWith('一要'))!;
    const { left, top } = next.getBoundingClientRect();
    return { x: left + 200, y: top + 14 };
  });
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
  await toolbarOf(page);
  await page.keyboard.press('r');
  await until(() => isPainted(page, '强调要抓好五个方面'), 'the task');
  await openPanel();
  await until(async () => (await tagsOn(panel)).includes('任务'), 'the tag');
  await until(async () => (await panel.$$('[data-testid=mark]')).length === 2, 'two marks');
});

test('a click on a mark opens its card: a note, a tag, the next mark, delete and undo', async () => {
  await mark('接受居民监督');
  await mark('每周公布一次进度');
  await openPanel();
  await page.bringToFront();
  const box = await boxOf(page, '每周公布一次进度');
  await page.mouse.click(box.left + 20, box.middle);
  const card = await cardOf(page);
  await typeInto(card, '[data-testid=note]', '六月再看');
  await typeInto(card, '[data-testid=add-tag]', '跟进\n');
  await until(async () => (await tagsOn(card)).includes('跟进'), 'the tag');
  await until(async () => (await textOf(panel)).includes('六月再看'), 'the note in the panel');
  await clickInCard(card, '[data-testid=card-delete]');
  await until(async () => !(await isPainted(page, '每周公布一次进度')), 'the mark to go');
  await clickInCard(card, '[data-testid=card-undo]');
  await until(() => isPainted(page, '每周公布一次进度'), 'the mark to come back');
  // Does not wait for the key press: the key is released in the card's frame, which is gone by then.
  void page.keyboard.down('Escape').catch(() => {});
  await until(async () => (await page.$(CARD)) === null, 'the card to close');
});

test('the pointer on a mark in the panel lights it up in the page', async () => {
  await mark('强调要抓好五个方面');
  await openPanel();
  await panel.hover('[data-testid=mark] blockquote');
  await until(async () => (await highlightsOver(page, '强调要抓好五个方面')).includes('light'), 'the light');
  await panel.hover('[data-testid=back]');
  await until(async () => !(await highlightsOver(page, '强调要抓好五个方面')).includes('light'), 'the dark');
});

/** Removes the words of the first mark from the page, and opens the panel at that mark. */
async function loseMark() {
  await mark('每周公布一次进度');
  pages.set(
    file,
    html.replace('每周公布一次进度，接受居民监督。', '').replace('2025年4月底前', '2025年6月底前'),
  );
  await page.reload();
  await openPanel();
  await seen(panel, '[data-testid=mark-missing]');
}

test('of an edited page the panel says so, shows what differs, and keeps both versions', async () => {
  await loseMark();
  expect(await textOf(panel)).toContain('网页上已找不到');
  await press(panel, '[data-testid=tab-text]');
  await seen(panel, '[data-testid=page-changed]');
  const removed = await panel.$$eval('del', (all) => all.map(({ textContent }) => textContent).join(''));
  expect(removed).toContain('每周公布一次进度');
  expect(await panel.$eval('del mark', (mark) => mark.textContent)).toBe('每周公布一次进度');
  expect(await panel.$$eval('ins', (all) => all.map(({ textContent }) => textContent).join(''))).toContain(
    '6',
  );
  await press(panel, '[data-testid=keep-version]');
  await until(async () => (await panel.$$('select option')).length === 2, 'two versions');
});

test('a mark that is nowhere is given a new place by selecting it', async () => {
  await loseMark();
  await press(panel, '[data-testid=mark-missing] [data-testid=mark-reattach]');
  await until(async () => (await textOf(panel)).includes('请在网页上选中'), 'the request');
  await page.bringToFront();
  await dragAcross(page, '优先清理低洼地段');
  const bar = await until(
    () =>
      steadyPoint(page, (bar) => {
        const box = document.querySelector(bar)?.getBoundingClientRect();
        return box && box.width > 0 ? { x: box.right - 40, y: box.top + 20 } : null;
      }),
    'the question',
  );
  await page.mouse.click(bar!.x, bar!.y);
  await until(async () => (await highlightsOver(page, '优先清理低洼地段')).includes('blue'), 'the new place');
});

test('words that come late, after the address changed without a load, get their mark', async () => {
  await mark('优先清理低洼地段');
  const body = await page.$eval('#content', (content) => content.innerHTML);
  await page.evaluate(() => {
    history.pushState({}, '', '/other.html');
    document.querySelector('#content')!.innerHTML = '<p>另一篇文章的第一段，说的是别的事情。</p>';
  });
  await until(
    () => page.evaluate(() => [...CSS.highlights].every(([, ranges]) => ranges.size === 0)),
    'no mark on the other article',
  );
  await page.evaluate((name) => history.pushState({}, '', `/${name}`), file);
  await until(
    async () => (await markStates(own, page.url())).includes('missing'),
    'the mark to be looked for in vain',
  );
  await page.evaluate((inner) => {
    document.querySelector('#content')!.innerHTML = inner;
  }, body);
  await until(() => isPainted(page, '优先清理低洼地段'), 'the mark on what came late');
});

test('a frame of the same origin is marked like the page, and the mark comes back', async () => {
  pages.set(
    'frame.html',
    '<meta charset="utf-8"><p id="content">框架里的正文：各街道要在月底前报送排水台账。</p>',
  );
  pages.set(
    'outer.html',
    '<meta charset="utf-8"><title>外层</title><h1>外层</h1><iframe src="/frame.html" width="900" height="400"></iframe>',
  );
  await page.goto(`${server.origin}/outer.html`);
  const words = '报送排水台账';
  const frame = () => page.frames().find((one) => one.url().endsWith('/frame.html'))!;
  const offset = await page.$eval('iframe', (one) => {
    const { left, top } = one.getBoundingClientRect();
    return { left: left + one.clientLeft, top: top + one.clientTop };
  });
  const box = await boxOf(frame(), words);
  await page.mouse.move(offset.left + box.left + 1, offset.top + box.middle);
  await page.mouse.down();
  await page.mouse.move(offset.left + box.right - 1, offset.top + box.middle, { steps: 6 });
  await page.mouse.up();
  await toolbarOf(frame());
  await page.keyboard.press('4');
  await until(() => isPainted(frame(), words), 'the mark in the frame');
  await page.reload();
  await until(() => isPainted(frame(), words), 'the mark after the reload');
});

test('a hostile page neither breaks the tools nor hides them', async () => {
  pages.set(
    'hostile.html',
    html.replace('2025年', '2024年').replace(
      '<body>',
      `<body><style>* { visibility: hidden !important; display: block !important } #content, #content * { visibility: visible !important }</style>
<script>
Object.prototype.pizhu = 'polluted'; Object.prototype.annotations = []; Array.prototype.map = () => [];
Node.prototype.appendChild = Element.prototype.append = Element.prototype.attachShadow = () => { throw new Error('no') };
Document.prototype.createRange = () => null; window.getSelection = Document.prototype.getSelection = () => null;
window.leaked = '';
addEventListener('keydown', (event) => { window.leaked += event.key }, true);
addEventListener('keydown', (event) => { window.leaked += event.key });
setInterval(() => { for (const host of document.querySelectorAll('${EDGE}')) host.remove() }, 5);
</script>`,
    ),
  );
  await page.goto(`${server.origin}/hostile.html`);
  const words = '坚决防止一边治水';
  const box = await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector('#content')!, NodeFilter.SHOW_TEXT);
    while (!(walker.nextNode() as Text).data.includes(wanted));
    const range = new Range();
    const node = walker.currentNode as Text;
    range.setStart(node, node.data.indexOf(wanted));
    range.setEnd(node, node.data.indexOf(wanted) + wanted.length);
    node.parentElement!.scrollIntoView({ block: 'center' });
    const { left, right, top, bottom } = range.getBoundingClientRect();
    return { left, right, middle: (top + bottom) / 2 };
  }, words);
  await page.mouse.click(5, 5);
  await page.mouse.move(box.left + 1, box.middle);
  await page.mouse.down();
  await page.mouse.move(box.right - 1, box.middle, { steps: 6 });
  await page.mouse.up();
  await toolbarOf(page);
  await page.keyboard.press('n');
  await until(
    () => page.evaluate(() => [...CSS.highlights.keys()].some((name) => name.endsWith('-yellow'))),
    'the mark',
  );
  const card = await cardOf(page);
  await until(() => card.evaluate(() => document.activeElement?.tagName === 'TEXTAREA'), 'the field');
  await page.keyboard.type('secret');
  await until(
    () => card.evaluate(() => document.querySelector('textarea')!.value === 'secret'),
    'the note to be typed',
  );
  expect(await page.evaluate(() => (window as unknown as { leaked: string }).leaked)).not.toContain('secret');
  const shot = await page.$eval(CARD, (host) => {
    const { width, height } = host.getBoundingClientRect();
    return { width, height, shadow: host.shadowRoot, text: host.textContent };
  });
  expect(shot).toMatchObject({ shadow: null, text: '' });
  expect(shot.height).toBeGreaterThan(100);
});
