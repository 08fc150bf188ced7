import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { press, seen } from '../../scripts/lib/seen.mjs';
import {
  cardOf,
  clickInCard,
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
import { BAR, boxOf, CARD, EDGE, GRIP, toolbarOf, until } from '../support/page.ts';
import { useChromium } from '../support/useChromium.ts';

// Tests pages as portals build them: zoomed, transformed, with scrolling parts, in quirks mode, with editors, frames
// and collapsed parts.

const own = useChromium();
let page: Page;

beforeEach(async () => {
  page = await own.chromium.browser.newPage();
});
afterEach(async () => {
  await page?.close();
});

const open = (name: string, html: string) => openPage(page, own.server, own.pages, name, html);
const filler = Array.from({ length: 60 }, (_, i) => `第${i + 1}段：各镇街逐户核对台账，按时上报。`);

/** The distance of the toolbar or the card from words, in CSS pixels of the window. */
const gap = (name: string, words: string) =>
  page.evaluate(
    (tag, wanted) => {
      const host = document.querySelector(tag)!.getBoundingClientRect();
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (!(walker.nextNode() as Text).data.includes(wanted));
      const node = walker.currentNode as Text;
      const range = document.createRange();
      range.setStart(node, node.data.indexOf(wanted));
      range.setEnd(node, node.data.indexOf(wanted) + wanted.length);
      const box = range.getBoundingClientRect();
      return {
        above: Math.round(host.top - box.bottom),
        below: Math.round(box.top - host.bottom),
        aside: Math.round((host.left + host.right) / 2 - (box.left + box.right) / 2),
      };
    },
    name,
    words,
  );
const isBeside = async (name: string, words: string) => {
  const { above, below, aside } = await gap(name, words);
  return (Math.abs(above - 8) <= 3 || Math.abs(below - 8) <= 3) && Math.abs(aside) < 250;
};

test.each([
  ['html { zoom: 1.5 }'],
  ['html { zoom: 0.7 }'],
  ['body { zoom: 1.3 }'],
  ['html { transform: translate(30px, 20px) }'],
  ['html { transform: scale(.9); transform-origin: 0 0 }'],
  ['html { will-change: transform }'],
  ['html { filter: grayscale(1) }'],
  ['body { transform: translateY(10px); overflow: hidden; height: 700px }'],
  ['html { contain: paint }'],
])('toolbar and card stand beside their words under %s', async (css) => {
  const words = '雨污分流改造完成';
  await open(
    'any.html',
    `${newsPage('管网改造', paragraphs(`年内${words}，路面恢复。`, ...filler))}<style>${css}</style>`,
  );
  await selectWords(page, words);
  await toolbarOf(page);
  await until(() => isBeside(BAR, words), 'the toolbar beside the words');
  await page.evaluate(() => scrollBy(0, 60));
  await until(() => isBeside(BAR, words), 'the toolbar to follow');
  await page.keyboard.press('1');
  await untilMarked(page, [words]);
  await page.evaluate(() => scrollTo(0, 0));
  const box = await boxOf(page, words);
  await page.mouse.click(box.left + 20, box.middle);
  await cardOf(page);
  await until(() => isBeside(CARD, words), 'the card beside the words');
});

test('in an element that scrolls the toolbar follows, hides with its words, and its keys rest meanwhile', async () => {
  const words = '泵站值守人员到岗';
  await open(
    'inner.html',
    newsPage(
      '值守安排',
      `<div id="scroller" style="height: 400px; overflow: auto">${paragraphs(`今晚${words}。`, ...filler)}</div>`,
    ),
  );
  await selectWords(page, words);
  await toolbarOf(page);
  await page.$eval('#scroller', (one) => one.scrollBy(0, 20));
  await until(() => isBeside(BAR, words), 'the toolbar to follow');
  await page.$eval('#scroller', (one) => one.scrollTo(0, 3000));
  const visibility = () => page.$eval(BAR, (host) => getComputedStyle(host).visibility);
  await until(async () => (await visibility()) === 'hidden', 'the toolbar to hide');
  await page.keyboard.press('2');
  await page.$eval('#scroller', (one) => one.scrollTo(0, 0));
  await until(async () => (await visibility()) === 'visible', 'the toolbar to come back');
  expect(await markedWords(page)).toEqual([]);
  await page.keyboard.press('2');
  await untilMarked(page, [words], 'green');
});

test('a window made smaller keeps toolbar and card within it, at 320 pixels too', async () => {
  const words = '河道警示牌更新';
  await open('narrow.html', newsPage('警示牌更新', paragraphs(`汛前${words}，由水务站负责。`)));
  await selectWords(page, words);
  await toolbarOf(page);
  await page.setViewport({ width: 320, height: 500 });
  await until(async () => isWithin(await frameOf(page, BAR)), 'the toolbar within the window');
  await page.keyboard.press('n');
  const card = await cardOf(page);
  await until(async () => isWithin(await frameOf(page, CARD)), 'the card within the window');
  const [content, width] = await card.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(content).toBeLessThanOrEqual(width!);
});

test('in quirks mode and in an element that scrolls, ticks show; none of the tools is printed', async () => {
  const texts = paragraphs('首段文字先行。', ...filler, '末段文字收尾。');
  for (const html of [
    newsPage('怪异模式页面', texts).replace('<!DOCTYPE html>', ''),
    newsPage('内部滚动页面', `<div style="height: 400px; overflow: auto">${texts}</div>`),
  ]) {
    await open('quirks.html', html);
    await markWords(page, '第2段');
    await until(() => page.$(EDGE), 'the ticks');
    await page.emulateMediaType('print');
    expect(await page.$eval(EDGE, (host) => getComputedStyle(host).display)).toBe('none');
    await page.emulateMediaType('screen');
    await page.keyboard.down('Control');
    await page.keyboard.press('z');
    await page.keyboard.up('Control');
    await until(async () => (await page.$(EDGE)) === null, 'the ticks to go');
  }
});

test.each([
  ['plaintext-only', '<div id="e" contenteditable="plaintext-only">草稿内容一行</div>'],
  ['TRUE', '<div id="e" contenteditable="TRUE">草稿内容一行</div>'],
  ['role=textbox', '<div id="e" tabindex="0" role="textbox">草稿内容一行</div>'],
  ['a field in a closed shadow tree', '<x-field id="e"></x-field>'],
])('nothing is offered in an editor (%s), and no key is taken there', async (name, html) => {
  await open(
    `editor-${name.replaceAll(' ', '-')}.html`,
    `${newsPage('编辑框测试', `${paragraphs('正文里可以标记的文字。')}${html}`)}<script>
      window.keys = '';
      addEventListener('keydown', (event) => { keys += event.key; });
      customElements.define('x-field', class extends HTMLElement {
        connectedCallback() { this.attachShadow({ mode: 'closed' }).innerHTML = '<input value="草稿内容一行">'; }
      });
    </script>`,
  );
  await markWords(page, '可以标记的文字');
  await untilMarked(page, ['可以标记的文字']);
  const { x, y } = (await (await page.$('#e'))!.boundingBox())!;
  await page.mouse.click(x + 20, y + 8, { count: 2 });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
  expect(await page.$(BAR)).toBeNull();
  await page.keyboard.press('1');
  await page.keyboard.down('Control');
  await page.keyboard.press('z');
  await page.keyboard.up('Control');
  expect(await page.evaluate(() => (window as unknown as { keys: string }).keys)).toContain('1');
  expect(await markedWords(page)).toEqual(['可以标记的文字']);
});

test('a document that is an editor as a whole is offered nothing', async () => {
  await open('design.html', newsPage('设计模式', paragraphs('整页都在编辑的文字。')));
  await page.evaluate(() => {
    document.designMode = 'on';
  });
  await selectWords(page, '整页都在编辑');
  await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
  expect(await page.$(BAR)).toBeNull();
});

test('the frame of the card has a name, the toolbar is announced, and Escape gives the focus back', async () => {
  const words = '排水台账按月更新';
  await open(
    'focus.html',
    newsPage('台账更新', `<a href="#x" id="link">目录</a>${paragraphs(`各站${words}。`)}`),
  );
  await (await seen(page, '#link')).focus();
  await selectWords(page, words);
  await toolbarOf(page);
  const names = async () =>
    JSON.stringify(
      await page.accessibility.snapshot({ interestingOnly: false, includeIframes: false } as never),
    );
  await until(async () => /"role":"toolbar"/.test(await names()), 'the toolbar in the tree');
  await until(async () => (await names()).includes('批注工具栏'), 'the announcement');
  await page.keyboard.press('n');
  const card = await cardOf(page);
  await until(() => card.evaluate(() => document.activeElement?.tagName === 'TEXTAREA'), 'the field');
  expect(await names()).toMatch(/"role":"Iframe"[^{}]*"name":"批注"/);
  void page.keyboard.press('Escape').catch(() => {});
  await until(async () => (await page.$(CARD)) === null, 'the card to close');
  await until(() => page.evaluate(() => document.activeElement?.id === 'link'), 'the focus');
});

test('a page has the focus again when the card that was clicked open is closed', async () => {
  const words = '泵站值守表已公布';
  await open('focused.html', newsPage('值守安排', paragraphs(`汛期${words}。`)));
  await markWords(page, words);
  await untilMarked(page, [words]);
  const box = await boxOf(page, words);
  await page.mouse.click(box.left + 20, box.middle);
  await cardOf(page);
  await until(
    () => page.evaluate((tag) => document.activeElement?.matches(tag), CARD),
    'the focus in the card',
  );
  void page.keyboard.press('Escape').catch(() => {});
  await until(async () => (await page.$(CARD)) === null, 'the card to close');
  await until(() => page.evaluate(() => document.hasFocus()), 'the focus');
});

test('on a dark page marks take less of their colour', async () => {
  await open(
    'dark.html',
    `${newsPage('深色页面', paragraphs('深色背景上的文字。'))}<style>html { background: #111; color: #ddd }</style>`,
  );
  await markWords(page, '背景上的文字');
  await untilMarked(page, ['背景上的文字'], 'yellow-dark');
});

test('a page that comes back by the Back button shows the marks as they are now', async () => {
  const words = '巡河记录逐日上传';
  await open('back.html', newsPage('巡河记录', paragraphs(`河长办要求${words}。`)));
  await markWords(page, words);
  await untilMarked(page, [words]);
  const other = await own.chromium.browser.newPage();
  try {
    await other.goto(page.url());
    await untilMarked(other, [words]);
    await page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) =>
        document.body.setAttribute('data-kept', String(persisted)),
      );
    });
    await page.goto(`${own.server.origin}/quirks.html`).catch(() => {});
    await other.bringToFront();
    const box = await boxOf(other, words);
    await other.mouse.click(box.left + 20, box.middle);
    await clickInCard(await cardOf(other), '[data-testid=card-delete]');
    await untilMarked(other, []);
    await page.bringToFront();
    await page.goBack();
    await untilMarked(page, []);
  } finally {
    await other.close();
  }
});

test('a page written anew in place goes on being marked', async () => {
  await open('written.html', newsPage('原来的页面', paragraphs('原来的文字。')));
  await markWords(page, '原来的文字');
  await untilMarked(page, ['原来的文字']);
  await page.evaluate(
    (html) => {
      document.open();
      document.write(html);
      document.close();
    },
    newsPage('重写的页面', paragraphs('重新写入的文字，原来的文字也在。')),
  );
  await untilMarked(page, ['原来的文字']);
  await markWords(page, '重新写入', '重新写入', '3');
  await untilMarked(page, ['重新写入'], 'blue');
});

test.each([
  [
    'srcdoc',
    `<iframe id="f" width="700" height="200" srcdoc="<p>框架内的通知：本周五之前完成井盖排查。</p>"></iframe>`,
  ],
  [
    'written about:blank',
    `<iframe id="f" width="700" height="200"></iframe><script>
      const inner = document.getElementById('f').contentDocument;
      inner.open(); inner.write('<p>框架内的通知：本周五之前完成井盖排查。</p>'); inner.close();
    </script>`,
  ],
])('a frame without an address (%s) is marked like the page', async (name, frame) => {
  const words = '完成井盖排查';
  await open(
    `frame-${name.slice(0, 5)}.html`,
    newsPage(`框架页面${name}`, `${paragraphs('外层的文字。')}${frame}`),
  );
  const inner = () =>
    page.frames().find((one) => one !== page.mainFrame() && /about:/.test(one.url() || 'about:'))!;
  const offset = await page.$eval('#f', (one) => {
    one.scrollIntoView({ block: 'center' });
    const { left, top } = one.getBoundingClientRect();
    return { left: left + one.clientLeft, top: top + one.clientTop };
  });
  const box = await boxOf(inner(), words);
  await dragOver(page, {
    left: offset.left + box.left,
    right: offset.left + box.right,
    middle: offset.top + box.middle,
  });
  await toolbarOf(inner());
  await page.keyboard.press('1');
  await untilMarked(inner(), [words]);
});

test('a selection that is released over a frame is offered the toolbar', async () => {
  await open(
    'over.html',
    newsPage(
      '框架旁的文字',
      `${paragraphs('从这里开始选择的文字一直到框架。')}<iframe src="/blank.html" width="700" height="200"></iframe>`,
    ),
  );
  const box = await boxOf(page, '从这里开始');
  const frame = (await (await page.$('iframe'))!.boundingBox())!;
  await page.mouse.move(box.left + 2, box.middle);
  await page.mouse.down();
  await page.mouse.move(box.left + 60, box.middle, { steps: 4 });
  await page.mouse.move(frame.x + 100, frame.y + 60, { steps: 6 });
  await page.mouse.up();
  await toolbarOf(page);
});

test('words selected in a frame of another site are said not to be markable here', async () => {
  own.pages.set('foreign.html', '<meta charset="utf-8"><p>别的网站框架里的文字内容。</p>');
  const other = own.server.origin.replace('127.0.0.1', 'localhost');
  await open(
    'outer.html',
    newsPage('外站框架', `<iframe id="f" src="${other}/foreign.html" width="700" height="200"></iframe>`),
  );
  const inner = await until(
    async () => page.frames().find((one) => one.url().includes('foreign.html')),
    'the frame',
  );
  await inner!.waitForSelector('p');
  const offset = await page.$eval('#f', (one) => {
    const { left, top } = one.getBoundingClientRect();
    return { left: left + one.clientLeft, top: top + one.clientTop };
  });
  const box = await boxOf(inner!, '框架里的文字');
  // Drags again until the toolbar shows, because the frame's process may not take part in mouse events yet.
  await until(async () => {
    await dragOver(page, {
      left: offset.left + box.left,
      right: offset.left + box.right,
      middle: offset.top + box.middle,
    });
    return page.waitForSelector(BAR, { timeout: 3000 });
  }, 'the toolbar');
  const names = async () =>
    JSON.stringify(await page.accessibility.snapshot({ interestingOnly: false } as never));
  await until(async () => (await names()).includes('另一个网站的框架'), 'the sentence');
});

test('the next article of an endless page is saved under its own address', async () => {
  const [first, second] = ['第一篇里的文字', '第二篇里的文字'];
  const html = newsPage('无尽滚动', paragraphs(`${first}说的是清淤。`, ...filler.slice(0, 5))).replace(
    '</head>',
    '<link rel="canonical" href="/endless-1.html"></head>',
  );
  await open('endless-1.html', html);
  await markWords(page, first);
  await untilMarked(page, [first]);
  await page.evaluate((words) => {
    document
      .querySelector('#content')!
      .insertAdjacentHTML('beforeend', `<h1>第二篇</h1><p>${words}说的是补种。</p>`);
    history.replaceState({}, '', '/endless-2.html');
    document.title = '第二篇-青山新闻网';
  }, second);
  await untilMarked(page, []);
  await markWords(page, second);
  await untilMarked(page, [second]);
  await page.evaluate(() => history.replaceState({}, '', '/endless-1.html'));
  await untilMarked(page, [first]);
});

test('a mark is made longer by its grip, shorter by keys, and joined with the one beside it', async () => {
  await open('ends.html', newsPage('起点与终点', paragraphs('排查隐患逐户登记造册并公示结果。')));
  await markWords(page, '排查隐患');
  await untilMarked(page, ['排查隐患']);
  await markWords(page, '登记造册', '登记造册', '3');
  await untilMarked(page, ['登记造册'], 'blue');
  const box = await boxOf(page, '排查隐患');
  await page.mouse.click(box.left + 20, box.middle);
  await cardOf(page);
  const grips = await page.$$(GRIP);
  expect(grips).toHaveLength(2);
  const end = (await grips[1]!.boundingBox())!;
  const to = await boxOf(page, '逐户');
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.right, to.middle, { steps: 6 });
  await page.mouse.up();
  await untilMarked(page, ['排查隐患逐户'], 'yellow');
  const card = await cardOf(page);
  await clickInCard(card, '[data-testid=end-back]');
  await untilMarked(page, ['排查隐患逐'], 'yellow');
  await clickInCard(card, '[data-testid=end-on]');
  await untilMarked(page, ['排查隐患逐户'], 'yellow');
  await clickInCard(card, '[data-testid=card-join]');
  await untilMarked(page, ['排查隐患逐户登记造册']);
  await page.mouse.click(5, 5);
  await page.keyboard.down('Control');
  await page.keyboard.press('z');
  await page.keyboard.up('Control');
  await untilMarked(page, ['排查隐患逐户', '登记造册']);
});

test('a page that forbids selecting is let go where the person asks, and not before', async () => {
  const words = '禁止选择的文字';
  await open(
    'forbidden.html',
    `${newsPage('禁止选择', paragraphs(`这里有${words}在其中。`))}<style>* { user-select: none !important }</style><script>
      document.onselectstart = document.onmousedown = () => false;
      document.addEventListener('mouseup', () => getSelection().removeAllRanges());
    </script>`,
  );
  const box = await boxOf(page, words);
  await dragOver(page, box);
  expect(await page.evaluate(() => String(getSelection()))).toBe('');
  const target = await own.chromium.browser.waitForTarget(
    (one) => one.type() === 'service_worker' && one.url().includes(own.chromium.extensionId),
  );
  const worker = (await target.worker())!;
  await worker.evaluate(async (url) => {
    const { tabs, commands } = (globalThis as never as { chrome: unknown }).chrome as {
      tabs: { query(by: object): Promise<{ url?: string }[]> };
      commands: { onCommand: { dispatch(name: string, tab: object): void } };
    };
    const tab = (await tabs.query({})).find((one) => one.url === url)!;
    commands.onCommand.dispatch('lift-restrictions', tab);
  }, page.url());
  await until(() => page.$(BAR), 'the sentence');
  await dragOver(page, box);
  await until(
    () => page.evaluate((wanted) => String(getSelection()).includes(wanted.slice(1, -1)), words),
    'the selection',
  );
  await toolbarOf(page);
  await page.keyboard.press('1');
  await until(async () => (await markedWords(page)).length === 1, 'the mark');
});

test('the question mark shows all keys, and they go on working', async () => {
  await open('sheet.html', newsPage('按键一览', paragraphs('按键一览所用的文字。')));
  await selectWords(page, '所用的文字');
  await toolbarOf(page);
  await page.keyboard.press('?');
  const names = async () =>
    JSON.stringify(await page.accessibility.snapshot({ interestingOnly: false } as never));
  await until(async () => (await names()).includes('标记卡片打开时'), 'the sheet');
  // In a small window it takes all the room there is.
  await page.setViewport({ width: 320, height: 420 });
  await until(async () => {
    const box = await frameOf(page, BAR);
    return isWithin(box) && box.height === box.below - 16;
  }, 'the sheet in the small window');
  await page.keyboard.press('4');
  await untilMarked(page, ['所用的文字'], 'pink');
});

test('what the page has folded is opened to be shown, and what it hides is said', async () => {
  const [folded, found, hidden] = ['折叠起来的文字', '待查找时显示的文字', '未打开标签页里的文字'];
  await open(
    'folds.html',
    newsPage(
      '折叠内容',
      `${paragraphs(...filler)}<details><summary>附件</summary><p>${folded}</p></details>
       <div hidden="until-found">${found}</div><div id="tab">${hidden}</div>`,
    ),
  );
  await page.evaluate(() => {
    document.querySelector('details')!.open = true;
  });
  await markWords(page, folded);
  await markWords(page, hidden);
  await untilMarked(page, [folded, hidden]);
  await page.evaluate(() => {
    document.querySelector('details')!.open = false;
    document.querySelector<HTMLElement>('#tab')!.style.visibility = 'visible';
    document.querySelector<HTMLElement>('#tab')!.className = 'closed';
    document.head.insertAdjacentHTML('beforeend', '<style>.closed { display: none }</style>');
    scrollTo(0, 0);
  });
  const panel = await own.chromium.browser.newPage();
  try {
    await panel.goto(`chrome-extension://${own.chromium.extensionId}/sidepanel.html`);
    await press(panel, '[data-testid=article-row] .headline ::-p-text(折叠内容)');
    await seen(panel, '[data-testid=mark]');
    const jump = (words: string) =>
      panel.evaluate((wanted) => {
        const mark = [...document.querySelectorAll('[data-testid=mark]')].find((one) =>
          one.textContent!.includes(wanted),
        )!;
        mark.querySelector<HTMLElement>('[data-testid=mark-jump]')!.click();
      }, words);
    await jump(hidden);
    await until(
      () => panel.evaluate(() => document.body.innerText.includes('被页面隐藏')),
      'the sentence about hidden words',
    );
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await jump(folded);
    await until(() => page.$eval('details', (one) => one.open), 'the fold to open');
    await until(() => page.evaluate(() => scrollY > 100), 'the page to scroll');
  } finally {
    await panel.close();
  }
});

test.each([
  ['a sandbox', { 'content-security-policy': 'sandbox allow-scripts' }, false],
  [
    'a sandbox of its own origin',
    { 'content-security-policy': 'sandbox allow-same-origin allow-scripts' },
    true,
  ],
  ['an embedder policy', { 'cross-origin-embedder-policy': 'require-corp' }, false],
])('under %s the card of a mark works, or its mark says that it cannot', async (_, headers, works) => {
  const body = newsPage('限制', paragraphs('各镇街逐户核对台账，按时上报结果。', ...filler.slice(0, 6)));
  await page.setRequestInterception(true);
  page.on('request', (request) =>
    request.url().endsWith('/strict.html')
      ? request.respond({ headers, contentType: 'text/html; charset=utf-8', body })
      : request.continue(),
  );
  await open('strict.html', body);
  await markWords(page, '逐户核对台账');
  await untilMarked(page, ['逐户核对台账']);
  const { left, right, middle } = await boxOf(page, '逐户核对台账');
  await page.mouse.click((left + right) / 2, middle);
  if (works) await cardOf(page);
  else {
    const names = async () =>
      JSON.stringify(await page.accessibility.snapshot({ interestingOnly: false } as never));
    await until(async () => (await names()).includes('不让批注卡显示'), 'the sentence');
  }
});

test('what a finger selects is offered the toolbar, though no release is heard', async () => {
  await open(
    'touch.html',
    newsPage('触屏', paragraphs('各镇街逐户核对台账，按时上报结果。', ...filler.slice(0, 4))),
  );
  const { left, right, middle } = await boxOf(page, '核对台账');
  // In a headless browser, a long press selects nothing. So the test sends what the page would receive: a touch and a
  // change of the selection.
  await page.touchscreen.tap((left + right) / 2, middle);
  await page.evaluate(() => {
    const text = document.querySelector('#content p')!.firstChild as Text;
    getSelection()!.setBaseAndExtent(text, 5, text, 9);
  });
  await toolbarOf(page);
  await page.keyboard.press('1');
  await untilMarked(page, ['核对台账']);
});
