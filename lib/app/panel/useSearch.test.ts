// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, resetPage, useInPage } from '@/test/support/ownPage.ts';
import { datedReading, sampleReading } from '@/test/support/samples.ts';
import { contexts } from '@/test/support/stores.ts';
import { deleteArticle, editArticle, type Store, saveReading, writeAll } from '../../store/index.ts';
import { useSearch } from './useSearch.ts';

let db: Store;
beforeEach(() => {
  resetPage();
  [db] = contexts(1) as [Store];
});
afterEach(async () => {
  resetPage();
  await db.close();
});

const save = async (n: number, more = {}) =>
  (
    await saveReading(
      db,
      sampleReading({ title: `第${n}号`, text: `第${n}处堤防。`, ...more }, `https://a.example/${n}.html`),
    )
  ).saved.id;
/** Saves many pages in one transaction. */
const saveMany = (count: number) =>
  writeAll(
    db,
    Array.from({ length: count }, (_, n) => ({
      id: crypto.randomUUID(),
      type: 'saveReading' as const,
      articleId: crypto.randomUUID(),
      reading: sampleReading({ title: `第${n}号` }, `https://a.example/${n}.html`),
    })),
  );

/** The list of articles, once it is loaded. */
async function list() {
  const hook = await useInPage(() => useSearch(db));
  await vi.waitFor(() => expect(hook.now()).not.toBeNull());
  const now = () => hook.now()!;
  const rows = () => now().items.flatMap((item) => (item.kind === 'article' ? item.row : []));
  const lines = () =>
    now().items.map((item) => (item.kind === 'group' ? `${item.value}:${item.count}` : item.row.name));
  return { ...hook, now, rows, lines, titles: () => rows().map(({ name }) => name) };
}
const does = (work: () => unknown) => act(async () => void (await work()));

test('articles are listed the last saved first, by day of publication, and as searched for', async () => {
  const one = await save(1, { publishedAt: '2025-03-09', text: '雙隨機。堤防。' });
  await save(2, { publishedAt: '2025-03-01' });
  const { now, rows, titles } = await list();
  expect([titles(), now().count, now().summary, now().narrowed]).toEqual([
    ['第2号', '第1号'],
    2,
    '2 篇',
    false,
  ]);
  expect(now().orders).toEqual(['saved', 'published']);
  await does(() => now().ask({ order: 'published' }));
  await vi.waitFor(() => expect(titles()).toEqual(['第1号', '第2号']));
  await does(() => now().ask({ words: '双随机' }));
  await vi.waitFor(() => expect(now().summary).toBe('1 / 2 篇'), 5000);
  await vi.waitFor(() => expect(titles()).toEqual(['第1号']));
  await vi.waitFor(() =>
    expect(rows()[0]!.excerpts.flatMap(({ parts }) => parts)).toContainEqual({ words: '雙隨機', hit: true }),
  );
  expect(now().query).toMatchObject({ words: '双随机', order: 'published' });
  expect(await now().all()).toHaveLength(2);
  await does(() => now().clear());
  await vi.waitFor(() => expect(titles()).toEqual(['第1号', '第2号']));
  expect(now().query).toMatchObject({ words: '', order: 'published' });
  await editArticle(db, one, { addTags: ['水务'] });
  await vi.waitFor(() => expect(now().filters[0]).toMatchObject({ id: 'tag', values: ['水务'] }));
  await does(() => now().ask({ filtering: { tag: '水务' } }));
  await vi.waitFor(() => expect(titles()).toEqual(['第1号']));
});

test('what is selected is counted within what is found, and what is deleted is selected no more', async () => {
  const [one, two] = [await save(1), await save(2)];
  const { now, rows } = await list();
  await does(() => now().toggle(one));
  expect([now().selected, now().isTicked(one), now().isTicked(two)]).toEqual([[one], true, false]);
  expect(now().isAllTicked).toBe(false);
  await does(() => now().tickAll());
  expect([...now().selected].sort()).toEqual([one, two].sort());
  expect(now().isAllTicked).toBe(true);
  await does(() => now().toggle(two));
  expect(now().selected).toEqual([one]);
  await does(() => now().ask({ words: '第2处' }));
  await vi.waitFor(() => expect(rows().map(({ id }) => id)).toEqual([two]), 5000);
  expect(now().selected).toEqual([]);
  expect(now().isAllTicked).toBe(false);
  await does(() => now().tickAll());
  expect([now().selected, now().isAllTicked]).toEqual([[two], true]);
  await does(() => deleteArticle(db, two));
  await vi.waitFor(() => expect(now().selected).toEqual([]));
});

test('fifty rows are read, and fifty more when the last of them are near', async () => {
  await saveMany(120);
  const { now, rows } = await list();
  expect(rows()).toHaveLength(50);
  await does(() => now().onShown(0, 20));
  expect(rows()).toHaveLength(50);
  await does(() => now().onShown(10, 30));
  await vi.waitFor(() => expect(rows()).toHaveLength(100));
  await does(() => now().onShown(80, 100));
  await vi.waitFor(() => expect(rows()).toHaveLength(120));
  await does(() => now().onShown(100, 120));
  expect(rows()).toHaveLength(120);
});

test('the list is as it was when the panel comes back: words, selection, place', async () => {
  const one = await save(1);
  await save(2);
  const first = await list();
  await does(() => first.now().ask({ words: '第1处' }));
  await does(() => first.now().toggle(one));
  first.now().moveTo(340, { key: `${one} `, offset: 20 });
  await does(() => first.now().keepPlace());
  await vi.waitFor(() =>
    expect(page.storage.local.held.get('panelList')).toMatchObject({
      place: 340,
      top: { key: `${one} `, offset: 20 },
      ticked: [one],
    }),
  );
  await first.end();
  const { now, titles } = await list();
  expect(now().query.words).toBe('第1处');
  expect(now().place).toBe(340);
  expect(now().top).toEqual({ key: `${one} `, offset: 20 });
  await vi.waitFor(() => expect(titles()).toEqual(['第1号']), 5000);
  await does(() => now().ask({ words: '' }));
  expect([now().place, now().top]).toEqual([0, null]);
});

test('what was asked last is kept when the panel is closed at once', async () => {
  await save(1);
  const { now } = await list();
  await does(() => now().ask({ words: '第1处' }));
  await does(() => now().ask({ words: '第2处' }));
  window.dispatchEvent(new Event('pagehide'));
  expect(page.storage.local.held.get('panelList')).toMatchObject({ asked: { words: '第2处' } });
});

test('a list that is open when all is erased keeps nothing of what was asked', async () => {
  await save(1);
  const { now } = await list();
  await does(() => now().ask({ words: '第1处' }));
  window.dispatchEvent(new Event('pagehide'));
  await does(() => now().ask({ words: '第2处' }));
  await does(() => void page.storage.local.remove('panelList'));
  window.dispatchEvent(new Event('pagehide'));
  expect(now().query.words).toBe('');
  expect(JSON.stringify(page.storage.local.held.get('panelList'))).not.toMatch(/第[12]处/);
});

test('what was kept in another form is forgotten, and a browser that keeps nothing shows the list', async () => {
  await save(1);
  page.storage.local.held.set('panelList', { asked: { words: 5 } });
  expect((await list()).titles()).toEqual(['第1号']);
  page.storage.local.get = () => Promise.reject(new Error('none'));
  page.storage.local.set = () => Promise.reject(new Error('none'));
  expect((await list()).titles()).toEqual(['第1号']);
});

test('the list is grouped, a group is closed, and articles of several groups are passed once', async () => {
  const [one, two, three] = [
    await save(1, { source: '水务在线' }),
    await save(2, { source: null }),
    await save(3, { source: '水务在线' }),
  ];
  await editArticle(db, three, { addTags: ['水', '气'] });
  await editArticle(db, one, { addTags: ['水'] });
  const { now, lines } = await list();
  await does(() => now().ask({ group: 'source' }));
  await vi.waitFor(() => expect(lines()).toEqual(['水务在线:2', '第3号', '第1号', ':1', '第2号']), 5000);
  await vi.waitFor(() => expect(now().summary).toBe('3 篇'), 5000);
  await does(() => now().toggleGroup('水务在线'));
  await vi.waitFor(() => expect(lines()).toEqual(['水务在线:2', ':1', '第2号']));
  await does(() => now().ask({ group: 'tag' }));
  await vi.waitFor(
    () => expect(lines()).toEqual(['水:2', '第3号', '第1号', '气:1', '第3号', ':1', '第2号']),
    5000,
  );
  expect([now().neighbour(null, 1), now().neighbour(three, 1), now().neighbour(one, 1)]).toEqual([
    three,
    one,
    two,
  ]);
  expect([now().neighbour(two, 1), now().neighbour(three, -1)]).toEqual([null, null]);
  await does(() => now().ask({ group: 'none' }));
  await vi.waitFor(() => expect(lines()).toEqual(['第3号', '第2号', '第1号']));
});

test('a list that opens with a query shows what is found, and never all articles or none', async () => {
  await save(1);
  await save(2);
  const first = await list();
  await does(() => first.now().ask({ words: '第1处' }));
  await vi.waitFor(() => expect(first.titles()).toEqual(['第1号']), 5000);
  await first.end();
  const shown: string[] = [];
  const again = await useInPage(() => {
    const search = useSearch(db);
    if (search) shown.push(search.items.map((one) => (one.kind === 'article' ? one.row.name : '')).join());
    return search;
  });
  await vi.waitFor(() => expect(again.now()?.summary).toBe('1 / 2 篇'), 5000);
  expect(new Set(shown)).toEqual(new Set(['第1号']));
});

test('the rows stay until the index has answered, and come back when the query goes before that', async () => {
  await save(1);
  await save(2);
  const shown: string[] = [];
  const hook = await useInPage(() => {
    const search = useSearch(db);
    if (search) shown.push(search.items.map((one) => (one.kind === 'article' ? one.row.name : '')).join());
    return search;
  });
  await vi.waitFor(() => expect(shown.at(-1)).toBe('第2号,第1号'));
  await does(() => hook.now()!.ask({ words: '第1处' }));
  await vi.waitFor(() => expect(shown.at(-1)).toBe('第1号'), 5000);
  expect(new Set(shown)).toEqual(new Set(['第2号,第1号', '第1号']));
  act(() => hook.now()!.ask({ words: '第2处' }));
  await does(() => hook.now()!.clear());
  await vi.waitFor(() => expect(shown.at(-1)).toBe('第2号,第1号'), 5000);
});

test('rows of an earlier query are told from results, and lead to no article and no selection', async () => {
  await save(1);
  await save(2);
  const seen: [boolean, string][] = [];
  const hook = await useInPage(() => {
    const search = useSearch(db);
    if (search)
      seen.push([
        search.areOld,
        search.items.map((one) => (one.kind === 'article' ? one.row.name : '')).join(),
      ]);
    return search;
  });
  await vi.waitFor(() => expect(seen.at(-1)).toEqual([false, '第2号,第1号']));
  act(() => hook.now()!.ask({ words: '第1处' }));
  expect(seen.at(-1)).toEqual([true, '第2号,第1号']);
  expect(hook.now()!.neighbour(null, 1)).toBeNull();
  await does(() => hook.now()!.tickAll());
  expect(hook.now()!.selected).toEqual([]);
  await vi.waitFor(() => expect(seen.at(-1)).toEqual([false, '第1号']), 5000);
  await does(() => hook.now()!.ask({ words: '第2处' }));
  await vi.waitFor(() => expect(seen.at(-1)).toEqual([false, '第2号']), 5000);
  await does(() => hook.now()!.clear());
  await vi.waitFor(() => expect(seen.at(-1)).toEqual([false, '第2号,第1号']), 5000);
  const apart = new Set(seen.map(([old, names]) => `${old} ${names}`));
  expect(apart).not.toContain('true ');
});

test('a search by deadlines shows these in its rows, and lights them in an opened article', async () => {
  const { saved } = await saveReading(db, datedReading('岚桥', ['2027-04-10', '2027-09-30']));
  const { now, rows } = await list();
  await does(() => now().ask({ words: 'due:2027-09' }));
  await vi.waitFor(() => expect(rows()[0]?.excerpts[0]?.label).toBe('时限 2027-09-30'), 5000);
  expect(rows()[0]!.excerpts[0]!.parts.filter(({ hit }) => hit)).toEqual([
    { words: '2027年9月30日前', hit: true },
  ]);
  expect(now().soughtIn(saved.id)).toMatchObject({
    lit: { of: [{ type: 'words', words: '2027年9月30日前' }] },
    tab: 'tasks',
  });
  await does(() => now().ask({ words: 'after:2025' }));
  await vi.waitFor(() => expect(rows()[0]?.askedDay).toBe('2025-03-04'), 5000);
  expect(now().soughtIn(saved.id)).toBeNull();
  await does(() => now().ask({ words: 'after:2025 管网' }));
  await vi.waitFor(() => expect(now().soughtIn(saved.id)).not.toBeNull(), 5000);
  const sought = now().soughtIn(saved.id)!;
  expect(now().isAsked(sought.query)).toBe(true);
  await does(() => now().clear());
  expect(now().isAsked(sought.query)).toBe(false);
});

test('a list that showed more rows opens with as many, in its order, so that its place is kept', async () => {
  await saveMany(70);
  const first = await list();
  await does(() => first.now().ask({ order: 'published' }));
  await does(() => first.now().onShown(30, 49));
  await vi.waitFor(() => expect(first.rows()).toHaveLength(70));
  await first.end();
  const shown: number[] = [];
  const again = await useInPage(() => {
    const search = useSearch(db);
    if (search) shown.push(search.items.length);
    return search;
  });
  await vi.waitFor(() => expect(again.now()).not.toBeNull());
  expect(again.now()!.query.order).toBe('published');
  expect(new Set(shown)).toEqual(new Set([70]));
});
