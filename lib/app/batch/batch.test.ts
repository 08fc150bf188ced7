import { expect, test } from 'vitest';
import {
  Batch,
  batchOf,
  canSaveAnyway,
  countsOf,
  isBegun,
  isFinished,
  MOST_PAGES,
  originsOf,
  resumed,
  toRetry,
  withLeft,
} from './batch.ts';
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
    shows: async (tabId) => open.has(tabId),
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

test('a page whose snapshot was not kept is saved all the same, and says so', async () => {
  const batch = batchOf(links('https://a.example/1'), none);
  const { browser } = fakeBrowser();
  const snapshot = { outcome: 'tooLarge' as const, size: 30_000_000 };
  await run(batch, {
    ...browser,
    save: async (...asked) => ({ ...(await browser.save(...asked)), snapshot }),
  });
  expect(batch.pages).toMatchObject([{ state: 'saved', snapshot }]);
  expect(Batch.safeParse(batch).success).toBe(true);
});

test('a stop lets the page under way end and begins no other, and the rest goes on later', async () => {
  const batch = batchOf(links('https://a.example/1', 'https://a.example/2'), none);
  const { browser, log } = fakeBrowser();
  await run(batch, browser, () => log.length > 0);
  expect(batch.pages.map(({ state }) => state)).toEqual(['saved', 'waiting']);
  await run(batch, browser);
  expect(batch.pages.map(({ state }) => state)).toEqual(['saved', 'saved']);
});

test('open tabs are saved where they are and stay open, and a tab that is gone is opened again', async () => {
  const batch = batchOf(
    [
      { url: 'https://a.example/1', title: '', tabId: 9 },
      { url: 'https://a.example/2', title: '', tabId: 8 },
    ],
    none,
  );
  const { browser, open, log } = fakeBrowser();
  open.set(9, 'https://a.example/1');
  await run(batch, browser);
  expect(log).toEqual(['https://a.example/1', 'pause', 'https://a.example/2']);
  expect([...open.keys()]).toEqual([9]);
  expect(Batch.safeParse(batch).success).toBe(true);
});

test('what was left waits again, unless it has been saved meanwhile', () => {
  const batch = batchOf(links(...[1, 2, 3, 4, 5].map((n) => `https://a.example/${n}`)), (url) =>
    url.endsWith('3'),
  );
  const states = ['working', 'working', 'working', 'waiting', 'failed'] as const;
  for (const [i, page] of batch.pages.entries()) Object.assign(page, { state: states[i]!, chosen: true });
  const saved = ['https://a.example/2', 'https://a.example/3', 'https://a.example/4', 'https://a.example/5'];
  const again = resumed(batch, (url) => (saved.includes(url) ? `id of ${url}` : null));
  expect(again.pages.map(({ state, articleId }) => [state, articleId])).toEqual([
    ['waiting', null],
    ['saved', 'id of https://a.example/2'],
    ['waiting', null],
    ['saved', 'id of https://a.example/4'],
    ['failed', null],
  ]);
  expect(isBegun(again)).toBe(true);
});

test('a new batch takes over what an earlier one has left, once, and nothing of one that was never begun', () => {
  const earlier = batchOf(links('https://a.example/1', 'https://a.example/2', 'https://a.example/3'), none);
  const next = () => batchOf(links('https://a.example/2#top', 'https://b.example/1'), none);
  expect(withLeft(next(), earlier)).toEqual(next());
  earlier.pages[0]!.state = 'saved';
  const both = withLeft(next(), earlier);
  expect(both.pages.map(({ url }) => url)).toEqual([
    'https://a.example/2#top',
    'https://b.example/1',
    'https://a.example/3',
  ]);
  expect([isBegun(next()), isBegun(both)]).toEqual([false, true]);
  earlier.pages[1]!.chosen = false;
  earlier.pages[2]!.state = 'updated';
  expect(withLeft(next(), earlier)).toEqual(next());
});

test('a batch is finished once no chosen page is left, and begins again with another choice', () => {
  const batch = batchOf(links('https://a.example/1', 'https://a.example/2'), none);
  expect(isFinished(batch)).toBe(false);
  batch.pages[0]!.state = 'failed';
  expect(isFinished(batch)).toBe(false);
  batch.pages[1]!.chosen = false;
  expect(isFinished(batch)).toBe(true);
  batch.pages[1]!.chosen = true;
  batch.pages[1]!.state = 'working';
  expect(isFinished(batch)).toBe(false);
  expect(isFinished({ begun: true, pages: batch.pages.map((one) => ({ ...one, chosen: false })) })).toBe(
    false,
  );
});

test.each([
  // A code, the tab in which a retry reads the page, and whether the page can be saved all the same.
  ['notLoaded', null, false],
  ['noPage', null, false],
  ['pageNotFound', null, true],
  ['siteFailed', null, true],
  ['notHtml', 9, true],
  ['notArticle', 9, true],
  ['noPermission', 9, false],
  ['pdf', 9, false],
])('after %s an open tab is read again in tab %s; it can be saved anyway: %s', (code, tabId, anyway) => {
  const { pages } = batchOf([{ url: 'https://a.example/1', title: '', tabId: 9 }], none);
  const failed = { ...pages[0]!, state: 'failed' as const, code };
  expect(toRetry(failed)).toEqual({ ...failed, state: 'waiting', code: null, tabId });
  expect(canSaveAnyway(failed)).toBe(anyway);
  expect(canSaveAnyway({ ...failed, state: 'saved' })).toBe(false);
});
