import { beforeEach, expect, test } from 'vitest';
import { allArticles, backgroundForTest, draftOn, readingAt } from '../../../test/support/background.ts';
import type { FakeFrame } from '../../../test/support/fakeBrowser.ts';
import { noteOf } from '../../annotation/edit.ts';
import type { Annotation } from '../../annotation/schema.ts';
import type { PageReading } from '../../record/schema.ts';
import {
  addAnnotation,
  deleteAnnotation,
  deleteArticle,
  editAnnotation,
  editArticle,
  getAnnotation,
  getArticle,
  listAnnotations,
  saveReading,
} from '../../store/index.ts';
import { answerMessages } from './router.ts';

const URL = 'https://www.qingshan.example/1';
const OTHER = 'https://attacker.example/1';
const READER = ['/reader.js'];
let own: ReturnType<typeof backgroundForTest>;
beforeEach(() => {
  own = backgroundForTest();
  answerMessages(own, 'AUTHOR');
});

/** The value of an answer. If the answer is an error, throws its code. */
async function value<T = unknown>(reply: Promise<unknown>): Promise<T> {
  const { ok, value, code } = (await reply) as { ok: boolean; value: T; code: string };
  if (!ok) throw new Error(code);
  return value;
}
const page = <T = unknown>(tabId: number, name: string, request: object, frameId = 0) =>
  value<T>(own.fake.fromPage(tabId, name, request, frameId));
const panel = <T = unknown>(name: string, request: object) => value<T>(own.fake.fromOwn(name, request));

/** Makes a mark comparable: ignores the properties that every change sets. */
const still = (mark: Annotation) => ({
  ...mark,
  modified: expect.any(String),
  revision: expect.anything(),
  schema: expect.any(Number),
});

/** Opens a tab with the extension's script in it, which answers with this reading. */
const openReader = (
  id: number,
  url: string,
  reading: PageReading = readingAt(url),
  more: Partial<FakeFrame> = {},
) => own.fake.open(id, url, {}, [{ files: [...READER], answers: { 'page.read': () => reading }, ...more }]);

/** Saves an article with a mark. */
async function saved(url = URL) {
  const { saved: article } = await saveReading(own.db, readingAt(url));
  const mark = await addAnnotation(own.db, article.id, draftOn('正文', url));
  return { article, mark };
}
const marksAsked = { canonicalUrl: null, highlights: null };
type Marks = { saved: unknown; annotations: Annotation[]; tags: string[]; texts: object[] };

test('a page that is saved gets the reader, and one that is not gets nothing', async () => {
  await saved();
  own.fake.open(1, URL);
  own.fake.open(2, 'https://www.qingshan.example/2');
  await page(1, 'visit.recognise', { canonicalUrl: null });
  await page(2, 'visit.recognise', { canonicalUrl: null });
  expect(own.fake.injected).toEqual([{ tabId: 1, frameIds: [0], file: '/reader.js' }]);
});

test('a page is recognised by the canonical address that it gives of its own site', async () => {
  await saved();
  own.fake.open(1, 'https://m.qingshan.example/show?id=1');
  own.fake.open(2, OTHER);
  await page(1, 'visit.recognise', { canonicalUrl: URL });
  await page(2, 'visit.recognise', { canonicalUrl: URL });
  expect(own.fake.injected).toEqual([{ tabId: 1, frameIds: [0], file: '/reader.js' }]);
});

test('the reader and the extractor go where they are wanted', async () => {
  own.fake.open(1, URL, {}, [{}, {}]);
  await page(1, 'visit.reader', {}, 1);
  await page(1, 'visit.extractor', {}, 1);
  expect(own.fake.injected).toEqual([
    { tabId: 1, frameIds: [0, 1], file: '/reader.js' },
    { tabId: 1, frameIds: [1], file: '/extractor.js' },
  ]);
});

test('a saved page gets its marks, its keywords, the tags in use and the texts of its marks', async () => {
  const { article, mark } = await saved();
  await saved('https://www.qingshan.example/2');
  const tab = own.fake.open(1, `${URL}#part`);
  const marks = await page<Marks>(1, 'visit.marks', marksAsked);
  expect(marks.annotations).toEqual([mark]);
  expect(marks.saved).toEqual({ keywords: article.article.keywords });
  expect(mark.target.captured).not.toBeNull();
  expect(marks.texts).toEqual([expect.objectContaining({ sha256: article.sha256, text: `${URL} 的正文。` })]);
  expect(marks.tags).toEqual(article.tags);
  expect(tab.badge).toBe('✓');
  expect(tab.title).toBe('«page_actionSaved»');
  expect(await own.articleTabs.of(1)).toMatchObject({ articleId: article.id });
  expect(tab.frames[0]!.css).toEqual([]);
});

test('a page that is not saved has no marks, and its tab no badge', async () => {
  const { article } = await saved();
  const tab = own.fake.open(1, URL);
  await page(1, 'visit.marks', marksAsked);
  tab.url = tab.frames[0]!.url = 'https://www.qingshan.example/new';
  const marks = await page<Marks>(1, 'visit.marks', marksAsked);
  expect(marks).toEqual({
    saved: null,
    annotations: [],
    tags: [],
    colorMeanings: {},
    texts: [],
    history: { undo: false, redo: false },
    readOnly: false,
  });
  expect(tab.badge).toBe('');
  expect(tab.title).toBe('«extensionName»');
  expect(await own.articleTabs.showing(article.id)).toEqual(new Map());
});

test('the first time the colours of marks are put into the frame that asks', async () => {
  const tab = own.fake.open(1, URL, {}, [{}, {}]);
  await page(1, 'visit.marks', { ...marksAsked, highlights: 'abcdefghijkl' }, 1);
  expect(tab.frames[0]!.css).toEqual([]);
  expect(tab.frames[1]!.css).toEqual([
    { css: expect.stringContaining('::highlight(abcdefghijkl-yellow)'), origin: 'AUTHOR' },
  ]);
});

test('no style but that of marks gets into a page', async () => {
  const tab = own.fake.open(1, URL);
  await expect(
    page(1, 'visit.marks', { ...marksAsked, highlights: 'a) { } body { display: none } (' }),
  ).rejects.toThrow('unexpected');
  expect(tab.frames[0]!.css).toEqual([]);
});

test('a page that names the address of another site gets none of its marks', async () => {
  await saved();
  const tab = own.fake.open(1, OTHER);
  const marks = await page<Marks>(1, 'visit.marks', { ...marksAsked, canonicalUrl: URL, url: URL });
  expect(marks).toMatchObject({ saved: null, annotations: [] });
  expect(tab.badge).toBe('');
});

test('a mark is kept under the address of its page, whatever address it names', async () => {
  const { article } = await saved();
  own.fake.open(1, URL);
  const mark = await page<Annotation>(1, 'annotation.create', {
    id: crypto.randomUUID(),
    draft: draftOn('新的', OTHER),
  });
  expect(mark).toMatchObject({ articleId: article.id, target: { source: URL } });
  expect(await allArticles(own.db)).toHaveLength(1);
});

test('the first mark keeps the page with it, at the address of its tab and not at the one it names', async () => {
  const tab = openReader(1, OTHER, { ...readingAt(OTHER), url: URL });
  const mark = await page<Annotation>(1, 'annotation.create', {
    id: crypto.randomUUID(),
    draft: draftOn('新的'),
  });
  const [article] = await allArticles(own.db);
  expect(article).toMatchObject({ id: mark.articleId, url: OTHER, addresses: ['//attacker.example/1'] });
  expect(tab.badge).toBe('✓');
  expect(await listAnnotations(own.db, article!.id)).toEqual([mark]);
});

test('a mark is kept again where its article was deleted meanwhile', async () => {
  const { article } = await saved();
  openReader(1, URL);
  await page(1, 'visit.marks', marksAsked);
  await deleteArticle(own.db, article.id);
  const mark = await page<Annotation>(1, 'annotation.create', {
    id: crypto.randomUUID(),
    draft: draftOn('新的'),
  });
  expect(await allArticles(own.db)).toMatchObject([{ id: mark.articleId, url: URL }]);
});

test('marks of its own article a page edits, moves, deletes and puts back', async () => {
  const { mark } = await saved();
  own.fake.open(1, URL);
  const { id } = mark;
  const edited = await page<Annotation>(1, 'annotation.edit', { id, patch: { color: 'blue' }, step: id });
  expect(edited).toMatchObject({ id, color: 'blue' });
  const target = draftOn('别处', OTHER).target;
  const moved = await page<Annotation>(1, 'annotation.retarget', { id, target });
  expect(moved.target).toMatchObject({ source: URL, selector: target.selector });
  expect(await page(1, 'annotation.delete', { id })).toEqual(moved);
  expect(await (await own.db.reading()).annotations.count()).toBe(0);
  await page(1, 'annotation.restore', { id });
  expect(await (await own.db.reading()).annotations.toArray()).toMatchObject([still(moved)]);
});

test('of a mark that is gone a page is answered null', async () => {
  const { mark } = await saved();
  own.fake.open(1, URL);
  await (await own.db.reading()).annotations.clear();
  expect(await page(1, 'annotation.edit', { id: mark.id, patch: {}, step: mark.id })).toBeNull();
  expect(await page(1, 'annotation.retarget', { id: mark.id, target: mark.target })).toBeNull();
  expect(await page(1, 'annotation.delete', { id: mark.id })).toBeNull();
  expect(own.fake.heard()).toEqual([]);
});

test.each([
  ['another site', OTHER],
  ['another page of the site', 'https://www.qingshan.example/2'],
])('%s is refused every mark of an article, and changes none', async (_, url) => {
  const { mark } = await saved();
  await saved('https://www.qingshan.example/2');
  const before = await (await own.db.reading()).annotations.toArray();
  own.fake.open(1, url);
  const { id } = mark;
  const target = draftOn('别处').target;
  await expect(page(1, 'annotation.edit', { id, patch: { note: '改' }, step: id })).rejects.toThrow(
    'notFound',
  );
  await expect(page(1, 'annotation.retarget', { id, target })).rejects.toThrow('notFound');
  await expect(page(1, 'annotation.delete', { id })).rejects.toThrow('notFound');
  await expect(page(1, 'annotation.restore', { id })).rejects.toThrow('notFound');
  expect(await (await own.db.reading()).annotations.toArray()).toEqual(before);
  expect(own.fake.heard()).toEqual([]);
});

test('a page brings back no mark of another article, makes none under its id, and undoes nothing of it', async () => {
  const { mark } = await saved();
  await saved(OTHER);
  own.fake.open(1, OTHER);
  const { id } = mark;
  await expect(page(1, 'annotation.create', { id, draft: draftOn('新的') })).rejects.toThrow('notFound');
  await deleteAnnotation(own.db, id);
  await expect(page(1, 'annotation.restore', { id })).rejects.toThrow('notFound');
  const step = crypto.randomUUID();
  const { changed } = await page<{ changed: unknown[] }>(1, 'annotation.go', { redo: false, step });
  expect(changed).not.toContainEqual(expect.objectContaining({ id }));
  expect(await getAnnotation(own.db, id)).toBeNull();
});

test('a page joins its mark with none of another article', async () => {
  const { mark: foreign } = await saved();
  const { mark } = await saved(OTHER);
  own.fake.open(1, OTHER);
  const { target } = draftOn('正文');
  const step = crypto.randomUUID();
  await expect(page(1, 'annotation.join', { id: mark.id, other: foreign.id, target, step })).rejects.toThrow(
    'notFound',
  );
  expect(await getAnnotation(own.db, foreign.id)).toEqual(foreign);
  expect(await getAnnotation(own.db, mark.id)).toEqual(mark);
});

test('a page undoes and redoes what was done to its marks in whatever view, and every other tab is told', async () => {
  const { mark, article } = await saved();
  openReader(1, URL);
  openReader(2, URL);
  await editAnnotation(own.db, mark.id, { color: 'blue' });
  await editArticle(own.db, article.id, { note: '不关网页的事' });
  const { history } = await page<{ history: object }>(1, 'visit.marks', marksAsked);
  expect(history).toEqual({ undo: true, redo: false });
  own.fake.heard();
  const request = { redo: false, step: crypto.randomUUID() };
  const gone = await page(1, 'annotation.go', request);
  expect(gone).toMatchObject({ changed: [{ id: mark.id, annotation: { color: 'yellow' } }] });
  expect(own.fake.heard()).toEqual(['2.0 page.markChanged']);
  // Repeats the request with the same id, as if the background had been stopped before it answered.
  expect(await page(1, 'annotation.go', request)).toMatchObject({ changed: [], history: { redo: true } });
  await page(1, 'annotation.go', { redo: true, step: crypto.randomUUID() });
  expect(await getAnnotation(own.db, mark.id)).toMatchObject({ color: 'blue' });
  expect((await allArticles(own.db))[0]!.note).toBe('不关网页的事');
});

test('a letter typed in the panel tells pages of that mark alone: nothing is fetched', async () => {
  const { mark, article } = await saved();
  openReader(1, URL);
  await panel('collection.marksChanged', { articleId: article.id, annotationIds: [mark.id] });
  expect(own.fake.asked.map(({ request }) => request)).toEqual([{ id: mark.id, annotation: mark }]);
  expect(own.fake.heard()).toEqual(['1.0 page.markChanged']);
});

test('a note is kept for a view that closes, once, also where that view has kept it itself', async () => {
  const { mark } = await saved();
  openReader(1, URL);
  const on = { kind: 'annotation' as const, id: mark.id };
  const request = { on, note: '六月', from: '', step: crypto.randomUUID() };
  await panel('collection.keepNote', request);
  await editAnnotation(own.db, mark.id, { note: '七月' });
  await panel('collection.keepNote', request);
  expect(noteOf((await getAnnotation(own.db, mark.id))!)).toBe('七月');
});

test('what a tab showed before says nothing of the page that it shows now', async () => {
  const { mark } = await saved();
  const tab = own.fake.open(1, URL);
  await page(1, 'visit.marks', marksAsked);
  tab.url = tab.frames[0]!.url = OTHER;
  await expect(page(1, 'annotation.delete', { id: mark.id })).rejects.toThrow('notFound');
});

test('a page known by its canonical address edits the marks that it got', async () => {
  const { mark } = await saved();
  own.fake.open(1, 'https://m.qingshan.example/show?id=1');
  await page(1, 'visit.marks', { ...marksAsked, canonicalUrl: URL });
  expect(
    await page(1, 'annotation.edit', { id: mark.id, patch: { color: 'pink' }, step: crypto.randomUUID() }),
  ).toMatchObject({
    color: 'pink',
  });
});

test('a mark made, edited or deleted in one tab shows in every other tab of the article, and in no other', async () => {
  const { mark, article } = await saved();
  for (const id of [1, 2, 3]) openReader(id, URL);
  openReader(4, 'https://www.qingshan.example/2');
  openReader(5, 'https://m.qingshan.example/show?id=1');
  await page(5, 'visit.marks', { ...marksAsked, canonicalUrl: URL });
  const others = ['2.0 page.markChanged', '3.0 page.markChanged', '5.0 page.markChanged'];
  const byTab = () => own.fake.heard().sort();

  const made = await page<Annotation>(1, 'annotation.create', {
    id: crypto.randomUUID(),
    draft: draftOn('新的'),
  });
  expect(own.fake.asked.map(({ request }) => request)).toEqual(
    Array(3).fill({ id: made.id, annotation: made }),
  );
  expect(byTab()).toEqual(others);
  const edited = await page<Annotation>(1, 'annotation.edit', {
    id: mark.id,
    patch: { note: '六月' },
    step: crypto.randomUUID(),
  });
  expect(own.fake.asked[0]!.request).toEqual({ id: mark.id, annotation: edited });
  expect(byTab()).toEqual(others);
  await page(1, 'annotation.retarget', { id: mark.id, target: mark.target });
  expect(byTab()).toEqual(others);
  await page(1, 'annotation.delete', { id: mark.id });
  expect(own.fake.asked[0]!.request).toEqual({ id: mark.id, annotation: null });
  expect(byTab()).toEqual(others);
  await page(1, 'annotation.restore', { id: mark.id });
  expect(own.fake.asked[0]!.request).toEqual({
    id: mark.id,
    annotation: still({ ...mark, color: edited.color, body: edited.body }),
  });
  expect(byTab()).toEqual(others);
  expect(article.id).toBe(mark.articleId);
});

test('a tab that is gone or refuses keeps no other from its news', async () => {
  const { mark } = await saved();
  openReader(1, URL);
  openReader(2, URL).refuses = 'Frame was removed.';
  openReader(3, URL);
  await own.articleTabs.note(9, { articleId: mark.articleId, address: '//qingshan.example/1' });
  await page(1, 'annotation.edit', { id: mark.id, patch: { color: 'blue' }, step: crypto.randomUUID() });
  expect(own.fake.heard()).toEqual(['3.0 page.markChanged']);
});

test('a page that is kept is shown as kept in its other tabs too, and these get the reader', async () => {
  openReader(1, URL);
  own.fake.open(2, URL);
  own.fake.open(3, OTHER);
  await panel('tab.save', { tabId: 1 });
  expect(own.fake.injected.filter(({ tabId }) => tabId !== 1)).toEqual([
    { tabId: 2, frameIds: [0], file: '/reader.js' },
  ]);
  expect(own.fake.heard()).toEqual(['1.0 page.read', '2.0 page.refresh']);
  await panel('tab.save', { tabId: 1 });
  expect(own.fake.heard()).toEqual(['1.0 page.read']);
});

test('a page that is saved gets the tags of the session, and keeps those that it has', async () => {
  openReader(1, URL);
  await own.fake.storage.session.set({ sessionTags: ['汛期', '岚桥'] });
  const { saved: first } = (await panel('tab.save', { tabId: 1 })) as {
    saved: { id: string; tags: string[] };
  };
  expect(first.tags).toEqual(['汛期', '岚桥']);
  await own.fake.storage.session.set({ sessionTags: ['调研'] });
  expect(await panel('tab.save', { tabId: 1 })).toMatchObject({
    created: false,
    saved: { id: first.id, tags: ['汛期', '岚桥', '调研'] },
  });
});

test('the popup reads a page: its address is the tab’s, its tasks and region are worked out here', async () => {
  const text = '会议要求，6月底前完成管网整治。\n一要清理管网。二要修复泵站。';
  const reading = { ...readingAt(OTHER, text), taskLists: [] };
  openReader(1, `${URL}#:~:text=a`, reading);
  const answer = await panel<{ reading: PageReading; saved: unknown }>('tab.read', { tabId: 1 });
  expect(answer.saved).toBeNull();
  expect(answer.reading.url).toBe(URL);
  expect(answer.reading.taskLists.flatMap(({ tasks }) => tasks)).not.toEqual([]);
  expect(own.fake.tab(1).badge).toBe('');
  expect(await allArticles(own.db)).toEqual([]);
});

test('the same text at another site is said and not assumed, and its marks show where the person says so', async () => {
  const text = '各街道要在月底前报送排水台账，'.repeat(10);
  const { saved: article } = await saveReading(own.db, readingAt(URL, text));
  const mark = await addAnnotation(own.db, article.id, draftOn('正文', URL));
  const copy = 'https://news.example/copy';
  const tab = openReader(1, copy, readingAt(copy, text));
  type Read = { saved: { id: string } | null; updates: boolean; copies: { id: string; shown: boolean }[] };
  const read = () => panel<Read>('tab.read', { tabId: 1 });
  expect(await read()).toMatchObject({
    saved: null,
    updates: false,
    copies: [{ id: article.id, host: 'www.qingshan.example', shown: false }],
  });
  expect(tab.badge).toBe('');
  const marks = async () => (await page<Marks>(1, 'visit.marks', marksAsked)).annotations.map(({ id }) => id);
  expect(await marks()).toEqual([]);
  await expect(
    page(1, 'annotation.edit', { id: mark.id, patch: { note: '改' }, step: crypto.randomUUID() }),
  ).rejects.toThrow('notFound');
  own.fake.heard();

  await panel('tab.showMarksOf', { tabId: 1, articleId: article.id, shown: true });
  expect(own.fake.heard()).toEqual(['1.0 page.refresh']);
  expect(await marks()).toEqual([mark.id]);
  expect(tab.badge).toBe('');
  expect(
    await page(1, 'annotation.edit', { id: mark.id, patch: { note: '改' }, step: crypto.randomUUID() }),
  ).toMatchObject({
    id: mark.id,
  });
  // The new mark does not belong to the other article whose marks the page shows: the page itself is saved as an
  // article.
  const made = await page<Annotation>(1, 'annotation.create', {
    id: crypto.randomUUID(),
    draft: draftOn('街道'),
  });
  expect(made.articleId).not.toBe(article.id);
  expect(await marks()).toEqual([made.id, mark.id]);
  expect(await read()).toMatchObject({ saved: { url: copy }, updates: true, copies: [{ shown: true }] });

  await panel('tab.showMarksOf', { tabId: 1, articleId: article.id, shown: false });
  expect(await marks()).toEqual([made.id]);
});

test('a page over http is known by its https record, and saved beside it', async () => {
  const { saved: safe } = await saveReading(own.db, readingAt(URL));
  const http = URL.replace('https', 'http');
  openReader(1, http, readingAt(http, '途中改过的话。'));
  expect(await panel('tab.read', { tabId: 1 })).toMatchObject({ saved: { id: safe.id }, updates: false });
  expect(await panel('tab.save', { tabId: 1 })).toMatchObject({ created: true, saved: { url: http } });
  expect(await getArticle(own.db, safe.id)).toEqual(safe);
});

test('saving twice keeps one article', async () => {
  openReader(1, URL);
  expect(await panel('tab.save', { tabId: 1 })).toMatchObject({ created: true });
  expect(await panel('tab.save', { tabId: 1 })).toMatchObject({ created: false, saved: { url: URL } });
  expect(await allArticles(own.db)).toHaveLength(1);
  expect(own.fake.tab(1).badge).toBe('✓');
});

test('a tab whose address is not to be seen is not read', async () => {
  openReader(1, URL).granted = false;
  await expect(panel('tab.read', { tabId: 1 })).rejects.toThrow('noPermission');
});

test('the popup marks words: the page is kept, it paints the mark, and its other tabs hear of it', async () => {
  const tab = openReader(1, URL);
  openReader(2, URL);
  const mark = await panel<Annotation>('tab.mark', { tabId: 1, draft: draftOn('正文', URL) });
  expect(await listAnnotations(own.db, mark.articleId)).toEqual([mark]);
  expect(tab.badge).toBe('✓');
  expect(own.fake.heard()).toEqual([
    '1.0 page.read',
    '2.0 page.refresh',
    '1.0 page.refresh',
    '2.0 page.markChanged',
  ]);
  await panel('tab.mark', { tabId: 1, draft: draftOn('街道', URL) });
  expect(await allArticles(own.db)).toHaveLength(1);
});

test('the popup shows and lights words in a tab', async () => {
  const quote = draftOn('正文').target.selector[0];
  own.fake.open(1, URL, {}, [
    {
      answers: {
        'page.show': () => ({ found: false, hidden: false }),
        'page.light': () => ({ found: false }),
      },
    },
    {
      answers: {
        'page.show': () => ({ found: true, hidden: false }),
        'page.light': () => ({ found: false }),
      },
    },
  ]);
  expect(await panel('tab.show', { tabId: 1, quote })).toEqual({ found: true, hidden: false });
  expect(own.fake.asked[0]!.request).toEqual({ annotationId: null, quote });
  expect(own.fake.heard()).toEqual(['1.0 page.show', '1.1 page.show']);
  // Words count as hidden only if every frame that contains them hides them.
  const [first, second] = own.fake.tab(1).frames;
  first!.answers['page.show'] = () => ({ found: true, hidden: true });
  expect(await panel('tab.show', { tabId: 1, quote })).toEqual({ found: true, hidden: false });
  second!.answers['page.show'] = () => ({ found: false, hidden: false });
  expect(await panel('tab.show', { tabId: 1, quote })).toEqual({ found: true, hidden: true });
  own.fake.heard();
  expect(await panel('tab.light', { tabId: 1, quote: null })).toEqual({ found: false });
  expect(own.fake.heard()).toEqual(['1.0 page.light', '1.1 page.light']);
});

test('what a panel changed is fetched anew by every tab that shows it, and the badges follow', async () => {
  const { article } = await saved();
  const [one, two] = [openReader(1, URL), openReader(2, URL)];
  const other = openReader(3, OTHER);
  for (const id of [1, 2]) await page(id, 'visit.marks', marksAsked);
  await panel('collection.changed', { articleIds: [article.id] });
  expect(own.fake.heard()).toEqual(['1.0 page.refresh', '2.0 page.refresh']);
  await deleteArticle(own.db, article.id);
  await panel('collection.changed', { articleIds: [article.id] });
  expect(own.fake.heard()).toEqual(['1.0 page.refresh', '2.0 page.refresh']);
  expect([one.badge, two.badge, other.badge]).toEqual(['', '', '']);
});

test('the panel asks about the page of an article, in the tab that shows it', async () => {
  const { article, mark } = await saved();
  const [quote] = mark.target.selector;
  openReader(1, URL, readingAt(URL), {
    answers: {
      'page.read': () => readingAt(URL),
      'page.states': () => ({ states: { [mark.id]: 'found' } }),
      'page.show': () => ({ found: true, hidden: false }),
      'page.light': () => ({ found: true }),
      'page.selection': () => ({ quote: quote as never }),
    },
  });
  const articleId = article.id;
  const pointer = { articleId, annotationId: mark.id, quote: null };
  expect(await panel('article.show', pointer)).toEqual({ outcome: 'shown' });
  expect(await panel('article.light', pointer)).toEqual({ found: true });
  expect(await panel('article.live', { articleId })).toMatchObject({ states: { [mark.id]: 'found' } });
  expect(await panel('article.reattach', { articleId, id: mark.id })).toEqual({ found: true });
  expect(await panel('article.selection', { articleId })).toEqual({ quote });
  expect(own.fake.heard()).toEqual([
    '1.0 page.show',
    '1.0 page.light',
    '1.0 page.read',
    '1.0 page.states',
    '1.0 page.reattach',
    '1.0 page.selection',
  ]);
});

test('a quotation is copied as it is seen, for the page that asks', async () => {
  own.fake.open(1, URL);
  expect(await page(1, 'visit.copy', { text: '“清\u202E理\u200B管网”' })).toEqual({ copied: true });
  expect(own.fake.copied).toEqual(['“清理管网”']);
  await expect(page(1, 'visit.copy', { text: 7 })).rejects.toThrow('unexpected');
});

test('from a private window nothing is kept until the person has said so', async () => {
  const tab = openReader(1, URL);
  tab.incognito = true;
  const create = () => page(1, 'annotation.create', { id: crypto.randomUUID(), draft: draftOn('正文') });
  await expect(create()).rejects.toThrow('private');
  await expect(panel('tab.save', { tabId: 1 })).rejects.toThrow('private');
  await expect(panel('tab.mark', { tabId: 1, draft: draftOn('正文') })).rejects.toThrow('private');
  expect(await allArticles(own.db)).toEqual([]);
  // Even where saving is refused, the page can be read and displayed.
  expect(await panel('tab.read', { tabId: 1 })).toMatchObject({ saved: null });
  await own.fake.storage.session.set({ privateAllowed: true });
  await create();
  expect(await allArticles(own.db)).toHaveLength(1);
});

test('marks that are there already are not changed from a private window either', async () => {
  const { mark } = await saved();
  openReader(1, URL).incognito = true;
  const { id } = mark;
  const step = crypto.randomUUID();
  await expect(page(1, 'annotation.edit', { id, patch: { note: '改' }, step })).rejects.toThrow('private');
  await expect(page(1, 'annotation.delete', { id })).rejects.toThrow('private');
  await expect(page(1, 'annotation.go', { redo: false, step })).rejects.toThrow('private');
  expect(await getAnnotation(own.db, id)).toEqual(mark);
  await deleteAnnotation(own.db, id);
  await expect(page(1, 'annotation.restore', { id })).rejects.toThrow('private');
  expect(await getAnnotation(own.db, id)).toBeNull();
});

test('the article of a tab is told by its address, else by what was noted, and null where there is none', async () => {
  const { article } = await saved();
  own.fake.open(1, URL);
  own.fake.open(2, 'https://www.qingshan.example/2');
  expect(await panel('tab.article', { tabId: 1 })).toEqual({ articleId: article.id });
  expect(await panel('tab.article', { tabId: 2 })).toEqual({ articleId: null });
  own.fake.tab(1).granted = false;
  expect(await panel('tab.article', { tabId: 1 })).toEqual({ articleId: null });
  await own.articleTabs.note(1, { articleId: article.id, address: URL });
  // The tab has gone to another page: no reader script answers.
  expect(await panel('tab.article', { tabId: 1 })).toEqual({ articleId: null });
  const [frame] = own.fake.tab(1).frames;
  frame!.files.push('/reader.js');
  frame!.answers = { 'page.selection': () => ({ quote: null }) };
  expect(await panel('tab.article', { tabId: 1 })).toEqual({ articleId: article.id });
});
