import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from '../../scripts/lib/chromium.mjs';
import { launchFirefox } from '../../scripts/lib/firefox.mjs';
import { press, seen, typeInto } from '../../scripts/lib/seen.mjs';
import { emptyCollection } from '../support/freshState.ts';
import {
  cardOf,
  clickInCard,
  control,
  markedWords,
  markWords,
  newsPage,
  paragraphs,
  selectWords,
  untilMarked,
} from '../support/journey.ts';
import { BAR, boxOf, CARD, EDGE, grantAll, isStubRegistered, toolbarOf, until } from '../support/page.ts';
import { rowsOf } from '../support/rows.ts';
import { World } from '../support/world.ts';

// Attacks that once worked. Each test has a collection and a tab of its own. The sites use http, because the proxy that
// serves them has no certificates.

const CITY = 'http://www.city.example/art/1.html';
const words = '六月底前完成全部管网清淤';
const html = newsPage(
  '市里部署管网清淤',
  paragraphs(`会议要求，各区要在${words}，并公布进度。`, '各街道逐日上报。'),
);

const world = new World();
let chromium: Awaited<ReturnType<typeof launchChromium>>;
let own: Page;
let page: Page;

beforeAll(async () => {
  const port = await world.open();
  world.pages.set('www.city.example/art/1.html', html);
  chromium = await launchChromium({
    extensionDir: '.output/chrome-mv3',
    args: [`--proxy-server=http://127.0.0.1:${port}`],
  });
  await grantAll(chromium.browser, chromium.extensionId);
});
afterAll(async () => {
  await chromium?.close();
  await world.close();
});
beforeEach(async () => {
  own = await chromium.browser.newPage();
  await own.goto(`chrome-extension://${chromium.extensionId}/options.html`);
  await emptyCollection(own);
  page = await chromium.browser.newPage();
});
afterEach(async () => {
  for (const one of await chromium.browser.pages()) if (one !== own) await one.close();
  await chromium.browser.newPage();
  await own.close();
});

async function visit(url: string, source?: string) {
  if (source !== undefined) world.pages.set(url.replace(/^http:\/\//, ''), source);
  await page.bringToFront();
  await page.goto(url);
}

const rows = (table: string) => rowsOf(own, table);

/** Waits long enough for the extension to do what it must not do. */
const settled = () => new Promise((later) => setTimeout(later, 1000));

test('a page that gives the address of another site gets none of its marks, and changes nothing of it', async () => {
  await visit(CITY);
  await markWords(page, words);
  await untilMarked(page, [words]);
  const [before] = await rows('articles');
  const forged = newsPage(
    '伪造',
    paragraphs(`会议要求，各区要在${words}，并公布进度。`, '攻击者的话。'),
  ).replace('<title>', `<link rel="canonical" href="${CITY}"><title>`);
  await visit('http://attacker.example/1.html', forged);
  await page.evaluate(() => history.pushState(null, '', '/2.html'));
  await settled();
  expect(await markedWords(page)).toEqual([]);
  await markWords(page, '攻击者的话');
  await untilMarked(page, ['攻击者的话']);
  const after = await rows('articles');
  expect(after).toHaveLength(2);
  expect(after).toContainEqual(before);
  await visit(CITY);
  await untilMarked(page, [words]);
});

/** Opens the card of a mark. Returns the card and the place of its delete button in the window. */
async function openCard() {
  await visit(CITY);
  await markWords(page, words);
  await untilMarked(page, [words]);
  const box = await boxOf(page, words);
  await page.mouse.click(box.left + 20, box.middle);
  const card = await cardOf(page);
  const button = await seen(card, '[data-testid=card-delete]');
  const at = (await button.boundingBox())!;
  return { card, x: at.x + at.width / 2, y: at.y + at.height / 2 };
}

test('a card that the page has just moved under the pointer, or made invisible, deletes nothing', async () => {
  const { x, y } = await openCard();
  await settled();
  await page.evaluate(
    (selector) =>
      document.querySelector<HTMLElement>(selector)!.style.setProperty('opacity', '0', 'important'),
    CARD,
  );
  await page.mouse.click(x, y);
  expect(await page.$eval(CARD, (host) => getComputedStyle(host).opacity)).toBe('1');
  await page.evaluate((selector) => {
    setInterval(() => {
      const host = document.querySelector<HTMLElement>(selector);
      host?.style.setProperty('opacity', '0', 'important');
      host?.style.setProperty('transform', 'translate(1px)', 'important');
    }, 5);
  }, CARD);
  await until(async () => (await page.$(CARD)) === null, 'the card to be given up');
  // A window of our own that asks once more may stand in front, and a page behind it gets no clicks.
  await page.bringToFront();
  await page.mouse.click(x, y);
  await settled();
  expect(await rows('annotations')).toHaveLength(1);
});

test('a deletion in a card that the page hides is asked again in a window of our own', async () => {
  const { card } = await openCard();
  await page.evaluate(() => document.documentElement.style.setProperty('opacity', '0.05', 'important'));
  await settled();
  await clickInCard(card, '[data-testid=card-delete]');
  const asked = await chromium.browser.waitForTarget((one) => one.url().includes('/confirm.html'));
  expect(await rows('annotations')).toHaveLength(1);
  const confirm = (await asked.asPage())!;
  await seen(confirm, '[data-testid=confirm-delete]');
  expect(await confirm.$eval('blockquote', (quote) => quote.textContent)).toBe(words);
  await press(confirm, '[data-testid=confirm-delete]');
  await until(async () => (await rows('annotations')).length === 0, 'the deletion');
  expect(await rows('trash')).toHaveLength(1);
  await until(async () => confirm.isClosed(), 'our window to close');
});

test('words that a script has selected are offered nothing at a click', async () => {
  await visit(CITY);
  await page.evaluate(() => {
    addEventListener('pointerup', () =>
      getSelection()!.selectAllChildren(document.querySelector('#content')!),
    );
    addEventListener('click', () => getSelection()!.selectAllChildren(document.querySelector('#content')!));
  });
  for (let i = 0; i < 2; i++) {
    await page.mouse.click(300 + 60 * i, 500);
    await settled();
  }
  expect(await page.$(BAR)).toBeNull();
  expect(await rows('articles')).toEqual([]);
});

test('a quotation is copied past a page that forbids copying, reads it, and would replace it', async () => {
  await visit(CITY);
  await page.evaluate(() => {
    const world = window as unknown as { seen: string[] };
    world.seen = [];
    document.oncopy = (event) => {
      world.seen.push('copy');
      event.clipboardData?.setData('text/plain', '=cmd|/c calc');
      event.preventDefault();
      return false;
    };
    document.execCommand = () => {
      world.seen.push('execCommand');
      return true;
    };
  });
  await selectWords(page, words);
  await toolbarOf(page);
  await page.keyboard.press('c');
  // Waits until the message that the words were copied has disappeared. It is shown in place of the toolbar.
  await until(async () => (await page.$(BAR)) === null, 'the message about the copy to go');
  await own.bringToFront();
  await own.evaluate(() => {
    const field = Object.assign(document.createElement('textarea'), { id: 'pasted' });
    document.body.append(field);
    field.focus();
  });
  // A page that has just come to the front may not have the keys yet.
  const pasted = await until(async () => {
    await control(own, 'v');
    return own.$eval('#pasted', (field) => (field as HTMLTextAreaElement).value);
  }, 'what was copied');
  expect(pasted).toContain(words);
  expect(pasted).toContain(CITY);
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([]);
});

test('names tell a page nothing, and nothing is put into it before a gesture', async () => {
  await visit(CITY);
  await markWords(page, words);
  await untilMarked(page, [words]);
  const seen = async () => {
    await page.reload();
    await untilMarked(page, [words]);
    await settled();
    return page.evaluate(() => ({
      names: [...CSS.highlights.keys()],
      elements: [...document.querySelectorAll('*')]
        .map(({ localName }) => localName)
        .filter((name) => name.includes('-')),
      attributes: document.documentElement.outerHTML.toLowerCase().includes('pizhu'),
    }));
  };
  const [one, two] = [await seen(), await seen()];
  for (const { names, elements, attributes } of [one, two]) {
    expect(names.join()).not.toMatch(/pizhu/i);
    expect(elements).toEqual([]);
    expect(attributes).toBe(false);
  }
  expect(one.names).not.toEqual(two.names);
  expect(await page.$(EDGE)).toBeNull();
});

/** Uses the extension as a person does in a session: reads, marks, takes notes, cites, searches the collection. */
async function session(tab: Page, panel: () => Promise<Page>) {
  await tab.goto(CITY);
  await markWords(tab, words);
  await untilMarked(tab, [words]);
  await selectWords(tab, '各街道逐日上报');
  await toolbarOf(tab);
  await tab.keyboard.press('n');
  await until(
    () => tab.evaluate((card) => document.activeElement?.matches(card), CARD),
    'the card with the focus',
  );
  // Waits for the focus to move on from the card's frame to the field in it.
  await settled();
  await tab.keyboard.type('http://attacker.example/note');
  await tab.mouse.click(5, 5);
  await until(async () => (await tab.$(CARD)) === null, 'the card to close');
  await selectWords(tab, words);
  await toolbarOf(tab);
  await tab.keyboard.press('c');
  const opened = await panel();
  await seen(opened, '[data-testid=article-row]');
  await typeInto(opened, '[data-testid=search]', '管网');
  await seen(opened, '[data-testid=article-row] .headline mark');
  await press(opened, '[data-testid=article-row] .headline');
  // A search result opens on the tab with the text, so the test first switches to the tab with the marks.
  await press(opened, '[data-testid=tab-marks]');
  await seen(opened, '[data-testid=mark]');
  await settled();
}

/** Hosts to which the browser sends requests by itself, even without an extension. */
const OF_THE_BROWSER =
  /(^connect |\/\/)[^/]*\.?(google\.com|googleapis\.com|gvt1\.com|gstatic\.com|mozilla\.(com|net|org)|firefox\.com|mozgcp\.net|mozaws\.net|firefoxusercontent\.com|digicert\.com|lencr\.org)[:/]/;
const notOfTheBrowser = () => world.requests.filter((request) => !OF_THE_BROWSER.test(request));
const OPENED = [CITY, 'http://www.city.example/favicon.ico'];

test('in Chromium a whole session asks the network for the page that was opened, and for nothing else', async () => {
  world.requests.splice(0);
  await page.bringToFront();
  await session(page, async () => {
    const panel = await chromium.browser.newPage();
    await panel.goto(`chrome-extension://${chromium.extensionId}/sidepanel.html`);
    return panel;
  });
  expect(notOfTheBrowser().length).toBeGreaterThan(0);
  expect(notOfTheBrowser().filter((request) => !OPENED.includes(request))).toEqual([]);
});

test('in Firefox too', async () => {
  const { port } = world;
  const firefox = await launchFirefox({
    extensionDir: '.output/firefox-mv3',
    prefs: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': port,
    },
  });
  try {
    const options = await firefox.openExtensionPage('options.html');
    await seen(options, '[data-testid=grant-all]');
    await press(options, '[data-testid=grant-all]');
    await until(() => isStubRegistered(options), 'the stub for all sites');
    world.requests.splice(0);
    const tab = await firefox.browser.newPage();
    await session(tab, () => firefox.openExtensionPage('sidepanel.html'));
    expect(notOfTheBrowser().length).toBeGreaterThan(0);
    expect(notOfTheBrowser().filter((request) => !OPENED.includes(request))).toEqual([]);
  } finally {
    await firefox.close();
  }
});
