import { expect, test } from 'vitest';
import { Batch, batchOf, countsOf, MOST_PAGES, originsOf, resumed } from './batch.ts';
import { type BatchBrowser, runBatch } from './runBatch.ts';

const links = (...urls: string[]) => urls.map((url) => ({ url, title: ` 标题\n ${url} ` }));
const none = () => false;

test('each page comes once, pages of the web alone, and those saved already are not chosen', () => {
  const { pages } = batchOf(
    links('https://a.example/1#top', 'https://a.example/1', 'javascript:alert(1)', 'https://b.example/2'),
    (url) => url.startsWith('https://b'),
  );
  expect(pages.map(({ url, chosen, known }) => [url, chosen, known])).toEqual([
    ['https://a.example/1#top', true, false],
    ['https://b.example/2', false, true],
  ]);
  expect(pages[0]!.title).toBe('标题 https://a.example/1#top');
});

test('a selection of very many links is cut', () => {
  const many = Array.from({ length: MOST_PAGES + 5 }, (_, i) => `https://a.example/${i}`);
  expect(batchOf(links(...many), none).pages).toHaveLength(MOST_PAGES);
});

test('the sites of the pages that wait are asked for, each once', () => {
  const batch = batchOf(links('https://a.example/1', 'http://a.example:8080/2', 'https://b.example/1'), none);
  expect(originsOf(batch)).toEqual(['*://a.example/*', '*://b.example/*']);
  batch.pages[2]!.chosen = false;
  expect(originsOf(batch)).toEqual(['*://a.example/*']);
});

/**
 * A fake browser whose pages load at once. `open`: its open tabs. `most`: the most tabs open at a time for each site.
 */
function fakeBrowser(fails: (url: string) => string | null = () => null) {
  const open = new Map<number, string>();
  const most = new Map<string, number>();
  const log: string[] = [];
  let last = 0;
  const browser: BatchBrowser = {
    open: async (url) => {
      last += 1;
      open.set(last, url);
      const { hostname } = new URL(url);
      const now = [...open.values()].filter((one) => new URL(one).hostname === hostname).length;
      most.set(hostname, Math.max(most.get(hostname) ?? 0, now));
      return last;
    },
    save: async (tabId) => {
      await Promise.resolve();
      const url = open.get(tabId) ?? `tab ${tabId}`;
      log.push(url);
      const code = fails(url);
      if (code) throw Object.assign(new Error(code), { code });
      return { articleId: url, created: true };
    },
    close: async (tabId) => void open.delete(tabId),
    pause: async () => void log.push('pause'),
  };
  return { browser, open, most, log };
}

function run(batch: Batch, browser: BatchBrowser, stopped: () => boolean = () => false) {
  const pages = batch.pages;
  return runBatch([...pages], {
    browser,
    note: (at, change) => {
      pages[at] = { ...pages[at]!, ...change };
    },
    stopped,
  });
}

test('one page of a site is open at a time, a pause comes between two, and no tab stays', async () => {
  const batch = batchOf(links('https://a.example/1', 'https://a.example/2', 'https://b.example/1'), none);
  const { browser, open, most, log } = fakeBrowser();
  await run(batch, browser);
  expect([...most]).toEqual([
    ['a.example', 1],
    ['b.example', 1],
  ]);
  expect(log.filter((one) => one === 'pause')).toHaveLength(1);
  expect(open.size).toBe(0);
  expect(countsOf(batch)).toMatchObject({ chosen: 3, saved: 3, waiting: 0 });
});

test('a failure costs one page alone, tells why, and its tab is closed', async () => {
  const batch = batchOf(links('https://a.example/1', 'https://a.example/2'), none);
  const { browser, open } = fakeBrowser((url) => (url.endsWith('1') ? 'noPermission' : null));
  await run(batch, browser);
  expect(batch.pages.map(({ state, code }) => [state, code])).toEqual([
    ['failed', 'noPermission'],
    ['saved', null],
  ]);
  expect(open.size).toBe(0);
});

test('a stop lets the page under way end and begins no other, and the rest goes on later', async () => {
  const batch = batchOf(links('https://a.example/1', 'https://a.example/2'), none);
  const { browser, log } = fakeBrowser();
  await run(batch, browser, () => log.length > 0);
  expect(batch.pages.map(({ state }) => state)).toEqual(['saved', 'waiting']);
  await run(batch, browser);
  expect(batch.pages.map(({ state }) => state)).toEqual(['saved', 'saved']);
});

test('open tabs are saved where they are and stay open', async () => {
  const batch = batchOf([{ url: 'https://a.example/1', title: '', tabId: 9 }], none);
  const { browser, log } = fakeBrowser();
  await run(batch, browser);
  expect(log).toEqual(['tab 9']);
  expect(Batch.safeParse(batch).success).toBe(true);
});

test('a page that was being saved when the browser was closed waits again', () => {
  const batch = batchOf(links('https://a.example/1'), none);
  batch.pages[0]!.state = 'working';
  expect(resumed(batch).pages[0]!.state).toBe('waiting');
});
