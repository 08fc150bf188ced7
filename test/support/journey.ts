import type { Frame, KeyInput, Page } from 'puppeteer-core';
import type { servePages } from '../../scripts/lib/server.mjs';
import { CARD, toolbarOf, until } from './page.ts';

type Server = Awaited<ReturnType<typeof servePages>>;

/** An invented news page with this body. Its keywords are below a visible label. */
export const newsPage = (title: string, body: string, keywords: string[] = []) =>
  `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}-青山新闻网</title>
<style>body { font: 16px/1.8 serif; margin: 40px; }</style></head>
<body><h1>${title}</h1><p>2025-05-06 来源：青山发布</p>
${keywords.length ? `<div>关键词：${keywords.join(' ')}</div>` : ''}<div id="content">${body}</div></body></html>`;

export const paragraphs = (...texts: string[]) => texts.map((text) => `<p>${text}</p>`).join('\n');

/** Serves a page under a name, and opens it. */
export async function openPage(
  page: Page,
  server: Server,
  pages: Map<string, string>,
  name: string,
  html: string,
) {
  pages.set(name, html);
  await page.bringToFront();
  await page.goto(`${server.origin}/${name}`);
}

/**
 * The words that the extension has highlighted, in the order of the page, including open shadow trees. `name` selects
 * the highlights of a colour or of moved marks.
 */
export const markedWords = (page: Page | Frame, name = ''): Promise<string[]> =>
  page.evaluate(
    (wanted) =>
      [...(CSS as unknown as { highlights: Map<string, Set<AbstractRange>> }).highlights]
        .filter(([one]) => new RegExp(`^[a-z]{12}-${wanted}`).test(one) && !/light|focus/.test(one))
        .flatMap(([, ranges]) => [...ranges])
        .map((range) => {
          const live = document.createRange();
          live.setStart(range.startContainer, range.startOffset);
          live.setEnd(range.endContainer, range.endOffset);
          return live;
        })
        .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
        .map(String),
    name,
  );

/** Waits until exactly these words are marked. */
export const untilMarked = (page: Page | Frame, words: string[], name = '') =>
  until(
    async () => (await markedWords(page, name)).join('|') === words.join('|'),
    `the marks ${words.join('|') || '(none)'}`,
  );

/**
 * Selects from the first occurrence of `from` to the end of `to`, as dragging does. Does so by script, because the
 * words need not be in view. A key press then makes the extension notice the selection.
 */
export async function selectWords(page: Page, from: string, to = from) {
  await page.evaluate(
    (first, last) => {
      const placeOf = (words: string, atEnd: boolean): [Node, number] => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const at = (walker.currentNode as Text).data.indexOf(words);
          if (at >= 0) return [walker.currentNode, atEnd ? at + words.length : at];
        }
        throw new Error(`${words} is not in the page`);
      };
      const start = placeOf(first, false);
      const end = placeOf(last, true);
      start[0].parentElement!.scrollIntoView({ block: 'center' });
      getSelection()!.setBaseAndExtent(...start, ...end);
    },
    from,
    to,
  );
  await page.keyboard.press('Shift');
}

/** Waits for the frame with the card of a mark. */
export const cardOf = (page: Page): Promise<Frame> =>
  until(async () => {
    const frame = page.frames().find((one) => one.url().endsWith('/card.html'));
    return (await frame?.$('.card')) ? frame : null;
  }, 'the card') as Promise<Frame>;

/**
 * Clicks an element in a card. First waits until the card has not moved for a while, because the card ignores clicks
 * right after a move.
 */
export async function clickInCard(card: Frame, selector: string) {
  const element = (await card.waitForSelector(selector))!;
  const place = () => card.page().$eval(CARD, (host) => JSON.stringify(host.getBoundingClientRect()));
  await until(async () => {
    const before = await place();
    await new Promise((later) => setTimeout(later, 350));
    return before === (await place());
  }, 'the card to stand still');
  await element.click();
}

/** Presses a key together with Control, and with Shift if `shift` is true. */
export async function control(page: Page, key: KeyInput, shift = false) {
  await page.keyboard.down('Control');
  if (shift) await page.keyboard.down('Shift');
  await page.keyboard.press(key);
  if (shift) await page.keyboard.up('Shift');
  await page.keyboard.up('Control');
}

/** The box of an element of the extension, and the size of the window. */
export const frameOf = (page: Page, name: string) =>
  page.evaluate((tag) => {
    const { left, top, right, bottom, height } = document.querySelector(tag)!.getBoundingClientRect();
    return { left, top, right, bottom, height, width: innerWidth, below: innerHeight };
  }, name);

export const isWithin = ({ left, top, right, bottom, width, below }: Awaited<ReturnType<typeof frameOf>>) =>
  left >= 0 && top >= 0 && right <= width && bottom <= below;

/** Selects words, waits for the toolbar, and presses the key of a colour or an action. */
export async function markWords(page: Page, from: string, to = from, key: KeyInput = '1') {
  await selectWords(page, from, to);
  await toolbarOf(page);
  await page.keyboard.press(key);
}

/**
 * The box of some words in the first text node of an element. With `host`, looks for the element in the open shadow
 * tree of that host.
 */
export const boxWithin = (page: Page, words: string, selector: string, host: string | null = null) =>
  page.evaluate(
    (wanted, own, shadow) => {
      const root = shadow ? document.querySelector(shadow)!.shadowRoot! : document;
      const text = root.querySelector(own)!.firstChild as Text;
      const range = document.createRange();
      range.setStart(text, text.data.indexOf(wanted));
      range.setEnd(text, text.data.indexOf(wanted) + wanted.length);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return { left, right, middle: (top + bottom) / 2 };
    },
    words,
    selector,
    host,
  );

/** Drags the mouse along one line of text, from just inside its left end to just inside its right end. */
export async function dragOver(page: Page, box: { left: number; right: number; middle: number }) {
  await page.mouse.move(box.left + 1, box.middle);
  await page.mouse.down();
  await page.mouse.move(box.right - 1, box.middle, { steps: 6 });
  await page.mouse.up();
}

/**
 * Marks words in an open shadow tree with the mouse, and checks that the mark shows again after a reload. Returns the
 * box of the words.
 */
export async function markInShadowTree(
  page: Page,
  words: string,
  open: (name: string, html: string) => Promise<void>,
) {
  await open(
    'shadow.html',
    `${newsPage('泵站值守安排公布', '<news-body></news-body>')}<script>
      customElements.define('news-body', class extends HTMLElement {
        connectedCallback() {
          this.attachShadow({ mode: 'open' }).innerHTML = '<p>汛期以内，${words}，夜间不得离岗。</p>';
        }
      });
    </script>`,
  );
  const box = await boxWithin(page, words, 'p', 'news-body');
  await dragOver(page, box);
  await toolbarOf(page);
  await page.keyboard.press('2');
  await untilMarked(page, [words], 'green');
  await page.reload();
  await untilMarked(page, [words], 'green');
  return box;
}
