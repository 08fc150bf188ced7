import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium, openPopup } from '../../scripts/lib/chromium.mjs';
import { press, seen } from '../../scripts/lib/seen.mjs';
import { markWords, newsPage, paragraphs, selectWords, untilMarked } from '../support/journey.ts';
import { BAR, grantAll, textOf, toolbarOf, until } from '../support/page.ts';

// Some part of these pages never arrives. Their words can nevertheless be read, saved and marked.

/** The words to mark on a page. They differ for each page, because pages with the same text would be one article. */
const wordsOf = (kind: string) =>
  `${UNFINISHED.findIndex(([one]) => one === kind) + 1}号泵站夜间必须有人值守`;
const bodyOf = (kind: string) =>
  paragraphs(
    '入汛以来，青山区对全部泵站逐座检修，更换了老化的电机和闸门，沿河居民的雨天积水明显减少，街道也不再连夜排涝。',
    `区水务局提出，${wordsOf(kind)}，交接班要有记录，巡查情况每天报到街道，发现险情先处置、后上报，不得拖延。`,
    '下一步，当地计划把泵站的水位和电流接入同一张图，由值班人员在屏幕上统一调度，遇到暴雨时可以提前降低内河水位。',
  );

/**
 * Parts of a page that never arrive, each with its description. `NEVER` stands for an address that is never answered.
 */
const UNFINISHED: [kind: string, part: string][] = [
  [
    'a lazy frame out of view',
    '<div style="height:9000px"></div><iframe loading="lazy" src="frame.html"></iframe>',
  ],
  [
    'a lazy frame out of view that never answers',
    '<div style="height:9000px"></div><iframe loading="lazy" src="NEVER"></iframe>',
  ],
  ['a frame of javascript:void(0)', '<iframe src="javascript:void(0)"></iframe>'],
  ['a frame of javascript:false', '<iframe src="javascript:false"></iframe>'],
  ['a frame whose server never answers', '<iframe src="NEVER"></iframe>'],
  ['a frame with a script that never answers', '<iframe src="waiting.html"></iframe>'],
  [
    'a frame that is put in by a script and never answers',
    '<script>document.body.append(Object.assign(document.createElement("iframe"), { src: "NEVER" }))</script>',
  ],
  ['a picture that never answers', '<img src="NEVER" alt="">'],
  ['a script at the end that never answers', '<script src="NEVER"></script>'],
];

const pages = new Map<string, string>();
let server: Server;
let origin: string;
let chromium: Awaited<ReturnType<typeof launchChromium>>;
let page: Page;

beforeAll(async () => {
  server = createServer((request, response) => {
    const html = pages.get(decodeURIComponent(request.url!.slice(1)));
    // Does not answer requests for other addresses, and keeps the connection open.
    if (html) response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  pages.set('frame.html', `<!DOCTYPE html><p>${'框架里的通告写明了检修的时间和地点，请沿河居民留意。'}</p>`);
  pages.set(
    'waiting.html',
    '<!DOCTYPE html><p>框架里的文字先到了，后面的脚本一直没有来。</p><script src="never.js"></script>',
  );
  for (const [kind, part] of UNFINISHED)
    pages.set(
      `${kind}.html`,
      newsPage('青山区泵站完成汛前检修', bodyOf(kind) + part.replaceAll('NEVER', 'never')),
    );
  chromium = await launchChromium({ extensionDir: '.output/chrome-mv3' });
});
afterAll(async () => {
  await chromium?.close();
  server?.closeAllConnections();
  await new Promise((closed) => server?.close(closed));
});
beforeEach(async () => {
  page = await chromium.browser.newPage();
});
afterEach(async () => {
  // Closes the page. A page that is still loading uses connections to the host, which are limited, and would delay the
  // next page.
  await page?.close();
});

let granted: Promise<void> | null = null;
/** Grants access to all sites, at the first call only. */
async function grant() {
  granted ??= grantAll(chromium.browser, chromium.extensionId);
  await granted;
  await page.bringToFront();
}

/** Opens a page and waits for its words, because the page never finishes loading. */
async function open(kind: string) {
  await page.goto(`${origin}/${encodeURIComponent(kind)}.html`, { waitUntil: [] });
  await until(async () => (await textOf(page)).includes(wordsOf(kind)), 'the words of the page');
}

test.each(UNFINISHED)('the popup reads and saves a page with %s', async (kind) => {
  await open(kind);
  const popup = await openPopup(chromium.browser, page, chromium.extensionId);
  await seen(popup, '[data-testid=state-article]');
  expect(await textOf(popup)).toContain('青山区泵站完成汛前检修');
  expect(await textOf(popup)).toContain('青山发布');
  await press(popup, '[data-testid=save]');
  await until(async () => (await textOf(popup)).includes('已保存'), 'the save');
  await popup.close();
});

test.each(UNFINISHED)(
  'where the host is granted, words are marked and come back on a page with %s',
  async (kind) => {
    await grant();
    await open(kind);
    await markWords(page, wordsOf(kind));
    await untilMarked(page, [wordsOf(kind)]);
    await page.goto('about:blank');
    await open(kind);
    await untilMarked(page, [wordsOf(kind)]);
  },
);

test('the popup does not wait for good for a page that stops in its head', async () => {
  pages.set(
    'head.html',
    '<!DOCTYPE html><head><title>青山区防汛通告</title><script src="never.js"></script>',
  );
  await page.goto(`${origin}/head.html`, { waitUntil: [] });
  await until(async () => (await page.title()) === '青山区防汛通告', 'the title');
  const popup = await openPopup(chromium.browser, page, chromium.extensionId);
  await seen(popup, 'main:not([data-testid=state-loading])');
  expect(await textOf(popup)).toContain('青山区防汛通告');
});

test('a frame that loads late gets the toolbar too', async () => {
  await grant();
  await open('a lazy frame out of view');
  await selectWords(page, wordsOf('a lazy frame out of view'));
  await toolbarOf(page);
  await page.evaluate(() => document.querySelector('iframe')!.scrollIntoView());
  const frame = await until(
    async () => page.frames().find((one) => one.url().endsWith('frame.html')),
    'the frame',
  );
  const words = '请沿河居民留意';
  await until(async () => (await textOf(frame!)).includes(words), 'the words of the frame');
  await until(async () => {
    await frame!.click('p');
    await frame!.evaluate((wanted) => {
      const text = document.querySelector('p')!.firstChild as Text;
      const at = text.data.indexOf(wanted);
      getSelection()!.setBaseAndExtent(text, at, text, at + wanted.length);
    }, words);
    await page.keyboard.press('Shift');
    return frame!.$(BAR);
  }, 'the toolbar in the frame');
});
