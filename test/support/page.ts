import type { Browser, Frame, Page } from 'puppeteer-core';
import { running } from '../../scripts/lib/browsers.mjs';
import { allowHost } from '../../scripts/lib/chromium.mjs';
import { press } from '../../scripts/lib/seen.mjs';

/**
 * Selectors of the toolbar, the card and the ticks at the window's edge. The elements have random names, so only their
 * styles distinguish them.
 */
export const BAR = '[style*="z-index: 2147483647"][style*="max-content"]';
export const EDGE = '[style*="z-index: 2147483647"][style*="pointer-events: none"]';
/** The handles at both ends of the mark whose card is open. */
export const GRIP = '[style*="z-index: 2147483647"][style*="touch-action: none"]';
export const CARD = `[style*="z-index: 2147483647"]:not(${BAR}, ${EDGE}, ${GRIP})`;

/**
 * Calls `ask` repeatedly until its answer is truthy. The limit is long, because a busy machine is slow. If the limit is
 * reached, the error describes what the open pages show.
 */
export async function until<T>(ask: () => Promise<T>, what = 'this', seconds = 30): Promise<NonNullable<T>> {
  const deadline = Date.now() + seconds * 1000;
  let last: unknown = 'none';
  for (;;) {
    const answer = await ask().catch((error) => {
      last = error;
      return undefined;
    });
    if (answer) return answer;
    if (Date.now() > deadline) break;
    await new Promise((later) => setTimeout(later, 50));
  }
  const pages = (
    await Promise.all([...(running as Set<Browser>)].map((one) => one.pages().catch(() => [])))
  ).flat();
  const shown = await Promise.all(pages.map(stateOf));
  throw new Error(
    `Waited ${seconds} seconds for ${what}. Last error: ${last}.\nOpen pages:\n${shown.join('\n')}`,
  );
}

/** What a page shows, for an error message. Gives up on a busy or closed page after two seconds. */
const stateOf = (page: Page): Promise<string> =>
  Promise.race([
    page
      .evaluate(() => ({
        selected: String(getSelection()),
        active: document.activeElement?.outerHTML.slice(0, 80),
        focused: document.hasFocus(),
        shown: document.visibilityState,
        ready: document.readyState,
        ours: [...document.documentElement.children].map(({ tagName }) => tagName),
        marks: [...(CSS as unknown as { highlights?: Map<string, Set<AbstractRange>> }).highlights!].map(
          ([name, ranges]) =>
            `${name}: ${[...ranges].map(({ startContainer, startOffset, endOffset }) => `${startContainer.textContent?.slice(startOffset, startOffset + 12)} ${startOffset}-${endOffset}`)}`,
        ),
        text: document.body?.innerText.slice(0, 300),
      }))
      .then((state) => JSON.stringify(state))
      .catch(String),
    new Promise<string>((later) => setTimeout(later, 2000, 'no answer')),
  ]).then((state) => `${page.url()} ${state}`);

/** Waits until no element matches a selector. Works in hidden pages, too, unlike Puppeteer's `waitForFunction`. */
export const untilGone = (page: Page, selector: string) =>
  until(async () => !(await page.$(selector)), `the end of ${selector}`);

/** Waits for the selection toolbar. */
export const toolbarOf = (page: Page | Frame) => until(() => page.$(BAR), 'the toolbar');

/** The rectangle of the first occurrence of these words in the page, scrolled into view. */
export function boxOf(page: Page | Frame, words: string) {
  return page.evaluate((wanted) => {
    const walker = document.createTreeWalker(
      document.querySelector('#content') ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node as Text).data.indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      node.parentElement!.scrollIntoView({ block: 'center' });
      // Uses the first line where the words are broken over two lines.
      const { left, right, top, bottom } = range.getClientRects()[0]!;
      const last = [...range.getClientRects()].at(-1)!;
      const end = { x: last.right - 1, y: (last.top + last.bottom) / 2 };
      return { left, right, middle: (top + bottom) / 2, bottom, end };
    }
    throw new Error(`${wanted} is not in the page`);
  }, words);
}

/** The tags in a view that can be removed there. */
export const tagsOn = (view: Pick<Page, '$$eval'>): Promise<string[]> =>
  view.$$eval('.tag', (all) => all.map((one) => one.textContent?.trim() ?? ''));

/** The text that the page shows. */
export const textOf = (page: Page | Frame) => page.evaluate(() => document.body.innerText);

const ALL_SITES = '*://*/*';

/**
 * Grants access to all sites by a real click on the settings page. Waits until the content script is registered for
 * them, because the extension would not notice selections in a page that opens before.
 */
export async function grantAll(browser: Browser, extensionId: string) {
  await allowHost(browser, extensionId, ALL_SITES);
  const options = await browser.newPage();
  await options.goto(`chrome-extension://${extensionId}/options.html`);
  await press(options, '[data-testid=grant-all]');
  await until(() => isStubRegistered(options), 'the stub for all sites');
  await options.close();
}

/** Whether the extension's content script is registered for a pattern of hosts. `own` is a page of the extension. */
export const isStubRegistered = (own: Page, pattern = ALL_SITES) =>
  own.evaluate(
    `chrome.scripting.getRegisteredContentScripts().then((all) => all.some(({ matches }) => matches.includes('${pattern}')))`,
  ) as Promise<boolean>;

/**
 * Withdraws the access to all sites, and waits until no content script is registered. `own` is a page of the extension.
 */
export async function takeGrantsBack(own: Page) {
  await own.evaluate(
    `chrome.permissions.getAll().then(({ origins }) => chrome.permissions.remove({ origins }))`,
  );
  await until(
    () =>
      own.evaluate(
        'chrome.scripting.getRegisteredContentScripts().then(({ length }) => length === 0)',
      ) as Promise<boolean>,
    'no stub',
  );
}

/** The names of the extension's highlights over these words: colours, `moved`, `light`, `focus`. */
export async function highlightsOver(page: Page | Frame, words: string): Promise<string[]> {
  const box = await boxOf(page, words);
  return page.evaluate(({ left, right, middle }) => {
    const highlights = (CSS as unknown as { highlights: Map<string, Set<AbstractRange>> }).highlights;
    const over: string[] = [];
    for (const [name, ranges] of highlights)
      for (const range of ranges) {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        for (const one of live.getClientRects())
          if (one.left <= left + 2 && one.right >= right - 2 && one.top <= middle && one.bottom >= middle)
            // Removes the random prefix, and the level that distinguishes neighbouring marks of one colour.
            over.push(name.replace(/^[a-z]{12}-|-\d/g, ''));
      }
    return [...new Set(over)];
  }, box);
}

/** Selects words on one line by dragging the mouse over them. */
export async function dragAcross(page: Page, words: string) {
  // Clears the selection first, because a press on selected words would start to drag them.
  await page.evaluate(() => getSelection()!.removeAllRanges());
  const box = await boxOf(page, words);
  await page.mouse.move(box.left + 1, box.middle);
  await page.mouse.down();
  await page.mouse.move((box.left + box.right) / 2, box.middle, { steps: 4 });
  await page.mouse.move(box.end.x, box.end.y, { steps: 4 });
  await page.mouse.up();
  return box;
}

type Point = { x: number; y: number };

/**
 * A point of the toolbar, after the toolbar has stayed there long enough to accept a click. Null where there is no such
 * point yet.
 */
export async function steadyPoint(page: Page, find: (bar: string) => Point | null): Promise<Point | null> {
  const before = await page.evaluate(find, BAR);
  await new Promise((later) => setTimeout(later, before ? 350 : 0));
  const after = await page.evaluate(find, BAR);
  return before && after && before.x === after.x && before.y === after.y ? after : null;
}

/** The point of the first colour in the toolbar. Null where no toolbar shows. */
export const firstColour = (page: Page) =>
  steadyPoint(page, (bar) => {
    const host = document.querySelector(bar)?.getBoundingClientRect();
    // Distinguishes the toolbar from a card by its height: it has one row of 40 pixels. The first colour is 8 pixels
    // from the left.
    return host && host.height > 0 && host.height < 60 ? { x: host.left + 8 + 12, y: host.top + 20 } : null;
  });

/** Whether one of the extension's highlights covers these words. Judges by the highlights' ranges and boxes. */
export const isPainted = async (page: Page | Frame, words: string): Promise<boolean> =>
  (await highlightsOver(page, words)).length > 0;
