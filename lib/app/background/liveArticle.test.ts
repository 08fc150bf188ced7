import { beforeEach, expect, test } from 'vitest';
import { backgroundForTest, readingAt } from '../../../test/support/background.ts';
import type { FakeFrame } from '../../../test/support/fakeBrowser.ts';
import type { TextQuoteSelector } from '../../annotation/schema.ts';
import type { MarkState } from '../../messages/schema.ts';
import type { SavedArticle } from '../../record/schema.ts';
import { getArticle, saveReading, showMarksAt } from '../../store/index.ts';
import { lightArticle, readLive, selectionIn, showArticle, startReattach } from './liveArticle.ts';

const URL = 'https://www.qingshan.example/1';
const OTHER = 'https://www.qingshan.example/2';
let own: ReturnType<typeof backgroundForTest>;
let saved: SavedArticle;
beforeEach(async () => {
  own = backgroundForTest();
  ({ saved } = await saveReading(own.db, readingAt(URL)));
});

const quote: TextQuoteSelector = { type: 'TextQuoteSelector', exact: '正文', prefix: '', suffix: '' };
const pointer = () => ({ articleId: saved.id, annotationId: null, quote });
const nowhere = () => ({ articleId: saved.id, annotationId: null, quote: null });
const unknown = '00000000-0000-4000-8000-000000000001';
const finds = (found: boolean): Partial<FakeFrame> => ({
  answers: { 'page.show': () => ({ found, hidden: false }), 'page.light': () => ({ found }) },
});

test('an article is shown at words of it, in the tab that has it', async () => {
  own.fake.open(1, OTHER);
  const tab = own.fake.open(2, URL, { windowId: 7 }, [finds(false), finds(true)]);
  expect(await showArticle(own, pointer())).toEqual({ outcome: 'shown' });
  expect(tab.active).toBe(true);
  expect(own.fake.focused).toEqual([7]);
  expect(own.fake.created).toEqual([]);
  expect(own.fake.asked[0]!.request).toEqual({ annotationId: null, quote });
  expect(own.fake.heard()).toEqual(['2.0 page.show', '2.1 page.show']);
});

test('words that the page does not have are said to be missing', async () => {
  own.fake.open(2, URL, {}, [finds(false)]);
  expect(await showArticle(own, pointer())).toEqual({ outcome: 'missing' });
});

test('an article without words to show is only brought to the front', async () => {
  const tab = own.fake.open(2, URL);
  expect(await showArticle(own, nowhere())).toEqual({ outcome: 'shown' });
  expect(tab.active).toBe(true);
  expect(own.fake.heard()).toEqual([]);
  own.fake.tab(2).frames[0]!.answers = finds(false).answers!;
  expect(await showArticle(own, { ...nowhere(), annotationId: unknown })).toEqual({ outcome: 'missing' });
});

test('an article that no tab shows is opened in a new one, where the browser looks for the words', async () => {
  own.fake.open(1, OTHER);
  expect(await showArticle(own, pointer())).toEqual({ outcome: 'opened' });
  expect(own.fake.created).toEqual([`${URL}#:~:text=${encodeURIComponent('正文')}`]);
  expect(own.fake.focused).toEqual([]);
});

test('an article that is gone is not shown', async () => {
  await expect(showArticle(own, { ...pointer(), articleId: unknown })).rejects.toMatchObject({
    code: 'notFound',
  });
});

test('without host access the tab that said so is the one that shows an article', async () => {
  const [one, two] = [own.fake.open(1, URL, { granted: false }), own.fake.open(2, URL, { granted: false })];
  expect(await showArticle(own, nowhere())).toEqual({ outcome: 'opened' });
  await own.articleTabs.note(2, { articleId: saved.id, address: saved.addresses[0]! });
  expect(await showArticle(own, nowhere())).toEqual({ outcome: 'shown' });
  expect([one.active, two.active]).toEqual([false, true]);
});

test('a tab that has gone elsewhere since it said so shows the article no more', async () => {
  own.fake.open(1, OTHER);
  const tab = own.fake.open(2, URL);
  await own.articleTabs.note(1, { articleId: saved.id, address: saved.addresses[0]! });
  await showArticle(own, nowhere());
  expect([own.fake.tab(1).active, tab.active]).toEqual([false, true]);
});

test('of several tabs one that said so comes first', async () => {
  own.fake.open(1, URL);
  const tab = own.fake.open(2, URL);
  await own.articleTabs.note(2, { articleId: saved.id, address: saved.addresses[0]! });
  await showArticle(own, nowhere());
  expect([own.fake.tab(1).active, tab.active]).toEqual([false, true]);
});

const standsIn = (states: Record<string, MarkState>): Partial<FakeFrame> => ({
  answers: { 'page.read': () => readingAt(URL), 'page.states': () => ({ states }) },
});

test('a mark counts as it does in the frame where it stands best', async () => {
  own.fake.open(1, URL, {}, [
    standsIn({ a: 'missing', b: 'moved', c: 'missing', d: 'found' }),
    standsIn({ a: 'found', b: 'missing', c: 'missing', d: 'moved' }),
    standsIn({ a: 'missing', b: 'moved', e: 'moved' }),
  ]);
  const live = await readLive(own, saved.id);
  expect(live!.states).toEqual({ a: 'found', b: 'moved', c: 'missing', d: 'found', e: 'moved' });
  expect(live!.reading).toMatchObject({ url: URL, article: { text: `${URL} 的正文。` } });
});

test('nothing is live of an article that no tab shows, that is gone, or that may not be asked', async () => {
  expect(await readLive(own, saved.id)).toBeNull();
  expect(await readLive(own, unknown)).toBeNull();
  own.fake.open(1, URL, { refuses: 'Cannot access contents of the page.' });
  expect(await readLive(own, saved.id)).toBeNull();
});

test('nothing is live of a tab that shows another page by the time it is read', async () => {
  const tab = own.fake.open(1, URL);
  tab.frames[0]!.answers = {
    'page.read': () => {
      tab.url = OTHER;
      return readingAt(OTHER);
    },
  };
  expect(await readLive(own, saved.id)).toBeNull();
});

test('words light up in the tab of the article, where one shows it', async () => {
  expect(await lightArticle(own, pointer())).toEqual({ found: false });
  own.fake.open(1, URL, {}, [finds(true)]);
  expect(await lightArticle(own, pointer())).toEqual({ found: true });
  expect(own.fake.asked[0]!.request).toEqual({ annotationId: null, quote });
  expect(own.fake.heard()).toEqual(['1.0 page.light']);
});

test('a new place for a mark is asked for in the tab of the article, which comes to the front', async () => {
  const request = { articleId: saved.id, id: unknown };
  expect(await startReattach(own, request)).toEqual({ found: false });
  const tab = own.fake.open(1, URL, {}, [{}, {}]);
  expect(await startReattach(own, request)).toEqual({ found: true });
  expect(tab.active).toBe(true);
  expect(own.fake.asked[0]!.request).toEqual({ id: unknown });
  expect(own.fake.heard()).toEqual(['1.0 page.reattach', '1.1 page.reattach']);
});

test('the selection is that of the frame that has one', async () => {
  expect(await selectionIn(own, saved.id)).toEqual({ quote: null });
  own.fake.open(1, URL, {}, [
    { answers: { 'page.selection': () => ({ quote: null }) } },
    { answers: { 'page.selection': () => ({ quote }) } },
  ]);
  expect(await selectionIn(own, saved.id)).toEqual({ quote });
});

test('an article is live on a page of another site that shows its marks, and on no other page', async () => {
  const [copy, third] = ['https://www.beihe.example/1', 'https://www.beihe.example/2'];
  await showMarksAt(own.db, saved.id, copy, true);
  const also = (await getArticle(own.db, saved.id))!;
  expect(also.alsoAt).toHaveLength(1);
  for (const [url, states] of [
    [copy, { a: 'found' }],
    [third, undefined],
  ] as const) {
    const tab = own.fake.open(1, URL, {}, [standsIn({ a: 'found' })]);
    tab.frames[0]!.answers['page.read'] = () => {
      // Lets the tab go to another page while this one is being read.
      tab.url = url;
      return readingAt(url);
    };
    expect((await readLive(own, saved.id))?.states).toEqual(states);
    own.fake.close(1);
  }
});
