import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { press } from '../../scripts/lib/seen.mjs';
import { expectAccessible, expectNoOverflow } from '../support/accessibility.ts';
import { batchOfList, begin, openedBatch } from '../support/batches.ts';
import { askBackground } from '../support/messages.ts';
import { textOf, until, untilGone } from '../support/page.ts';
import { rowsOf } from '../support/rows.ts';
import { useFreshChromium } from '../support/useChromium.ts';

// Saving several pages together: the selected links of a page that lists articles, and the tabs of a window.

const own = useFreshChromium();
const article = (n: number) =>
  `<meta charset="utf-8"><title>第${n}期</title><h1>第${n}期水务简报</h1>${'<p>岚桥区检查排水管网，各街道要在六月底前完成整改。</p>'.repeat(8)}`;
for (const n of [1, 2, 3, 4]) own.pages.set(`batch-${n}.html`, article(n));
own.pages.set(
  'batch-list.html',
  `<meta charset="utf-8"><a href="batch-3.html">前一栏</a><ul id="list">${[1, 2, 1]
    .map((n) => `<li><a href="batch-${n}.html">第${n}期水务简报</a></li>`)
    .join('')}<li><a href="javascript:alert(1)">脚本</a></li></ul>`,
);

const lines = (batch: Page) =>
  batch.$$eval('[data-testid=batch-page]', (all) => all.map((one) => one.textContent ?? ''));
const tabsAt = async (part: string) =>
  (await own.chromium.browser.pages()).filter((one) => one.url().includes(part)).length;

/** Opens a page with these links, and has them all collected for a batch. */
async function collect(name: string, hrefs: string[]): Promise<Page> {
  const items = hrefs.map((href) => `<li><a href="${href}">${href}</a></li>`).join('');
  own.pages.set(name, `<meta charset="utf-8"><ul id="list">${items}</ul>`);
  await own.page.goto(`${own.server.origin}/${name}`);
  return batchOfList(own.chromium.browser, own.page);
}

/** A server with a single page, which it sends only after the test has called `letGo`. */
async function slowServer() {
  const held: (() => void)[] = [];
  let isFree = false;
  const server = createServer((_, response) => {
    const answer = () => response.writeHead(200, { 'content-type': 'text/html' }).end(article(2));
    if (isFree) answer();
    else held.push(answer);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slow.html`,
    /** Whether a tab has asked for the page. */
    isAsked: () => held.length > 0,
    letGo() {
      isFree = true;
      for (const answer of held.splice(0)) answer();
    },
    close() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}

test('the selected links of a listing page are saved one after another, and no tab of them stays', async () => {
  await own.page.goto(`${own.server.origin}/batch-list.html`);
  const batch = await batchOfList(own.chromium.browser, own.page);
  // Lists each page once. Omits links that run scripts, and links outside the selection.
  expect(await lines(batch)).toHaveLength(2);
  await expectAccessible(batch, 'batch before it begins');
  await begin(batch);
  // The batch saves one page of a site at a time, with a pause in between. So the test waits for each page separately.
  await until(
    async () => (await lines(batch)).some((line) => line.includes('已保存')),
    'the first page saved',
  );
  await until(async () => (await lines(batch)).every((line) => line.includes('已保存')), 'both pages saved');
  await until(
    async () => (await textOf(batch)).includes('全部完成：已保存 2，已更新 0，失败 0'),
    'the end of the batch',
  );
  expect(await batch.$('[data-testid=batch-start]')).toBeNull();
  await until(async () => (await tabsAt('/batch-1.html')) === 0, 'the tabs to close');
  await expectAccessible(batch, 'batch with its report');
  await batch.setViewport({ width: 360, height: 800 });
  await expectNoOverflow(batch, 'batch, narrow');
  // The results are still shown after a reload.
  await batch.reload();
  await until(async () => {
    const all = await lines(batch);
    return all.length === 2 && all.every((line) => line.includes('已保存'));
  }, 'the report again');
});

test('the tabs of a window are saved where they are, and what cannot be read says why', async () => {
  await own.page.goto(`${own.server.origin}/batch-1.html`);
  const other = await own.chromium.browser.newPage();
  await other.goto(`${own.server.origin.replace('127.0.0.1', 'localhost')}/batch-3.html`);
  const panel = await own.chromium.browser.newPage();
  await panel.goto(`chrome-extension://${own.chromium.extensionId}/sidepanel.html`);
  await panel.evaluate(`chrome.storage.local.set({ settings: { offHosts: ['localhost'] } })`);
  await press(panel, '[data-testid=save-tabs]');
  const batch = await openedBatch(own.chromium.browser);
  await until(async () => (await lines(batch)).length === 2, 'both tabs');
  // All sites are allowed, so all tabs are listed and nothing is asked for. Tabs are not opened and closed.
  await until(async () => (await textOf(batch)).includes('这些网站都已授权'), 'the sites allowed');
  const said = await textOf(batch);
  expect(said).toContain('已打开的标签页就地读取、保存，不会关闭');
  for (const untrue of ['在后台标签页中打开', '没有列出', '将请求访问']) expect(said).not.toContain(untrue);
  await begin(batch);
  await until(async () => {
    const [first, second] = await lines(batch);
    return !!first?.includes('已保存') && !!second?.includes('失败');
  }, 'one saved, one failed');
  expect(await tabsAt('/batch-1.html')).toBe(1);
  await panel.evaluate(`chrome.storage.local.set({ settings: { offHosts: [] } })`);
  await press(batch, '[data-testid=batch-retry]');
  await until(async () => (await textOf(batch)).includes('全部完成：已保存 2'), 'the other tab saved');
  expect(await tabsAt('/batch-3.html')).toBe(1);
});

/** A server on a port at which nothing answers until `listen` is called. */
async function deadServer() {
  const server = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(article(4)),
  );
  const listen = (port: number) =>
    new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  const close = () => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  await close();
  return { url: `http://127.0.0.1:${port}/dead.html`, listen: () => listen(port), close };
}

test('links to no article are not saved and say why, and the listing page itself is not offered', async () => {
  const dead = await deadServer();
  own.pages.set('batch-empty.html', '<meta charset="utf-8"><p>无</p>');
  const batch = await collect('batch-faulty.html', [
    '#top',
    'batch-faulty.html?utm_source=list',
    'batch-1.html#a',
    'batch-1.html#b',
    'batch-missing.html',
    'batch-empty.html',
    dead.url,
  ]);
  try {
    expect((await lines(batch)).map((line) => /[\w-]+\.html/.exec(line)![0])).toEqual([
      'batch-1.html',
      'batch-missing.html',
      'batch-empty.html',
      'dead.html',
    ]);
    await begin(batch);
    const ended = (words: string) =>
      until(async () => (await textOf(batch)).includes(`全部完成：${words}`), words);
    await ended('已保存 1，已更新 0，失败 3');
    const [, missing, empty, notLoaded] = await lines(batch);
    expect(missing).toContain('网站上没有这个网页');
    expect(empty).toContain('几乎没有文字');
    expect(notLoaded).toContain('网页没有加载出来');
    expect((await rowsOf(batch, 'articles')).length).toBe(1);
    await expectAccessible(batch, 'batch with failures');
    await batch.setViewport({ width: 360, height: 800 });
    await expectNoOverflow(batch, 'batch with failures, narrow');

    // One press saves the empty page and nothing else.
    await press(batch, '[data-testid=batch-page]:nth-child(3) [data-testid=batch-anyway]');
    await ended('已保存 2，已更新 0，失败 2');

    // A retry loads the page again, and it answers now.
    await dead.listen();
    await press(batch, '[data-testid=batch-retry]');
    await ended('已保存 3，已更新 0，失败 1');
    expect((await lines(batch))[3]).toContain('已保存');
    await untilGone(batch, '[data-testid=batch-stop]');
  } finally {
    await dead.close();
  }
});

/** The number of saved articles and of their captured texts. */
const kept = async (view: Page) => ({
  articles: (await rowsOf(view, 'articles')).length,
  texts: (await rowsOf(view, 'texts')).length,
});

test('a batch whose page is closed at work goes on later, loses no link, saves nothing twice and leaves no tab', async () => {
  const slow = await slowServer();
  try {
    const batch = await collect('batch-three.html', ['batch-1.html', slow.url, 'batch-3.html']);
    const before = (await own.chromium.browser.pages()).length;
    await begin(batch);
    await until(async () => {
      const [first, second] = await lines(batch);
      return first?.includes('已保存') && second?.includes('读取中') && slow.isAsked();
    }, 'the second article at work');
    await batch.close();
    await until(
      async () => (await own.chromium.browser.pages()).length === before - 1,
      'the tab of the second article to be closed with the batch',
    );
    const panel = await own.chromium.browser.newPage();
    await panel.goto(`chrome-extension://${own.chromium.extensionId}/sidepanel.html`);
    await press(panel, '[data-testid=continue-batch]');
    const second = await openedBatch(own.chromium.browser);
    await until(async () => {
      const all = await lines(second);
      return all.length === 3 && all[0]!.includes('已保存') && !all[1]!.includes('读取中');
    }, 'the batch again');
    await second.close();

    // The links collected from another page are added to the unfinished ones.
    slow.letGo();
    const third = await collect('batch-one.html', ['batch-4.html', 'batch-1.html']);
    await until(async () => (await lines(third)).length === 4, 'the new links and those that are left');
    await begin(third);
    // The second link was saved before and is not chosen.
    await until(
      async () => (await textOf(third)).includes('全部完成：已保存 3，已更新 0，失败 0'),
      'all articles',
    );
    expect(await kept(third)).toEqual({ articles: 4, texts: 4 });
    await until(
      async () => (await own.chromium.browser.pages()).length === before + 1,
      'the tabs of the articles to close',
    );
  } finally {
    await slow.close();
  }
});

test('a tab that its batch page never learned of is closed when a batch page next opens', async () => {
  const batch = await collect('batch-left.html', ['batch-1.html']);
  // Asks the background for a tab as the batch page does. The code of the batch page does not get the answer, so it does
  // not know the tab.
  const ownerId = await batch.evaluate('chrome.tabs.getCurrent().then(({ id }) => id)');
  await askBackground(batch, 'tab.open', { url: `${own.server.origin}/batch-2.html`, ownerId });
  await until(async () => (await tabsAt('/batch-2.html')) === 1, 'the tab');
  await batch.close();
  expect(await tabsAt('/batch-2.html')).toBe(1);
  const again = await own.chromium.browser.newPage();
  await again.goto(`chrome-extension://${own.chromium.extensionId}/batch.html`);
  await until(async () => (await tabsAt('/batch-2.html')) === 0, 'the tab to be closed');
  await until(async () => (await lines(again)).length === 1, 'the batch again');
});
