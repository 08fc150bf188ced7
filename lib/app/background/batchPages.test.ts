import { beforeEach, expect, test } from 'vitest';
import { allArticles, backgroundForTest, readingAt } from '../../../test/support/background.ts';
import type { FakeFrame, FakeTab } from '../../../test/support/fakeBrowser.ts';
import type { PageReading } from '../../record/schema.ts';
import { answerMessages } from './router.ts';

const URL = 'https://www.qingshan.example/1';
const ORIGIN = '*://www.qingshan.example/*';
let own: ReturnType<typeof backgroundForTest>;
beforeEach(() => {
  own = backgroundForTest();
  own.fake.origins = [ORIGIN];
  answerMessages(own, 'AUTHOR');
});

/** Opens a tab with a page of which this is read. */
function open(
  article: Partial<PageReading['article']> = {},
  frame: Partial<FakeFrame> = {},
  tab: Partial<FakeTab> = {},
) {
  const reading = readingAt(URL);
  const answers = {
    'page.read': () => ({ ...reading, article: { ...reading.article, isArticle: true, ...article } }),
  };
  return own.fake.open(1, URL, tab, [{ files: ['/reader.js'], answers, ...frame }]);
}

/** Saves the page of the tab for a batch. Returns the code of the error, or `saved`. */
async function save(anyway = false): Promise<string> {
  const answer = await own.fake.fromOwn('tab.save', { tabId: 1, batch: { url: URL, anyway } });
  const { ok, code } = answer as { ok: boolean; code: string };
  return ok ? 'saved' : code;
}

test.each([
  [200, 'text/html', 'saved'],
  // The browser does not tell the status.
  [0, 'application/xhtml+xml', 'saved'],
  [404, 'text/html', 'pageNotFound'],
  [410, 'text/html', 'pageNotFound'],
  [403, 'text/html', 'siteRefused'],
  [429, 'text/html', 'siteRefused'],
  [500, 'text/html', 'siteFailed'],
  [404, 'text/plain', 'pageNotFound'],
  [200, 'text/plain', 'notHtml'],
  [200, 'image/png', 'notHtml'],
  [200, 'application/pdf', 'pdf'],
])('a page that was sent with status %i as %s: %s', async (status, contentType, outcome) => {
  open({}, { status, contentType });
  expect(await save()).toBe(outcome);
  expect(await allArticles(own.db)).toHaveLength(outcome === 'saved' ? 1 : 0);
});

const nothing = { title: '', text: '', isArticle: false, pageKind: 'other', images: [], attachments: [] };
const long = '岚桥区检查排水管网。'.repeat(5);
const picture = { url: 'https://www.qingshan.example/1.png', caption: null };
test.each([
  ['nothing', nothing, 'notArticle'],
  ['a title alone', { ...nothing, title: '岚桥简报' }, 'notArticle'],
  ['a few words without a title', { ...nothing, text: long.slice(0, 30) }, 'notArticle'],
  ['a short notice with a title', { ...nothing, title: '岚桥简报', text: '明日停水。' }, 'saved'],
  ['a title and a picture', { ...nothing, title: '岚桥简报', images: [picture] }, 'saved'],
  ['a long text without a title', { ...nothing, text: long }, 'saved'],
  ['a list of links', { ...nothing, title: '政务要闻', text: long, pageKind: 'list' }, 'notArticleButLinks'],
  [
    'links of a home page',
    { ...nothing, title: '岚桥区', text: long, pageKind: 'home' },
    'notArticleButLinks',
  ],
  ['a form to sign in', { ...nothing, title: '登录', text: long, pageKind: 'login' }, 'notArticleButLinks'],
  ['the words of a missing page', { ...nothing, title: '您访问的页面不存在', text: long }, 'pageNotFound'],
  ['an article about missing pages', { title: '404 页面走红', text: long, isArticle: true }, 'saved'],
])('a page with %s: %s, and by a deliberate press it is saved', async (_, article, outcome) => {
  open(article as never);
  expect(await save()).toBe(outcome);
  expect(await allArticles(own.db)).toHaveLength(outcome === 'saved' ? 1 : 0);
  expect(await save(true)).toBe('saved');
  expect(await allArticles(own.db)).toHaveLength(1);
});

test('outside a batch the same page is saved, because the person looks at it', async () => {
  open(nothing as never, { status: 404 });
  expect(await own.fake.fromOwn('tab.save', { tabId: 1 })).toMatchObject({ ok: true });
});

const HIDDEN = 'Cannot access contents of the page.';
test.each([
  ['did not load', [ORIGIN], { refuses: 'Frame with ID 0 is showing error page' }, 'notLoaded'],
  ['did not load in Firefox', [ORIGIN], { refuses: 'Missing host permission for the tab' }, 'notLoaded'],
  ['is of a site without access', [], { refuses: HIDDEN, granted: false }, 'noPermission'],
  ['leads to a site without access', [ORIGIN], { refuses: HIDDEN, granted: false }, 'noPage'],
  ['is in a private window', [ORIGIN], { incognito: true }, 'private'],
])('a page that %s is not saved and tells the true reason', async (_, origins, tab, code) => {
  own.fake.origins = origins;
  open({}, {}, tab);
  expect(await save()).toBe(code);
  expect(await save(true)).toBe(code);
});

test('a tab that is closed before it was read, as that of a download, had no page', async () => {
  expect(await save()).toBe('noPage');
});

test('a page of a site that is switched off runs nothing', async () => {
  await own.fake.storage.local.set({ settings: { offHosts: ['www.qingshan.example'] } });
  open({}, { status: 404 });
  expect(await save()).toBe('switchedOff');
});
