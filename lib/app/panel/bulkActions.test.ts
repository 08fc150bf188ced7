import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { setLanguage } from '@/test/support/interface.ts';
import { sampleReading } from '@/test/support/samples.ts';
import { expectInStep } from '@/test/support/storeChecks.ts';
import { contexts } from '@/test/support/stores.ts';
import {
  articleIds,
  getArticle,
  listTrash,
  nextSteps,
  type Store,
  saveReading,
  undoOrRedo,
} from '../../store/index.ts';
import { type BulkProgress, bulkActions } from './bulkActions.ts';

const COUNT = 120;
const said: { words: string; undo: (() => Promise<unknown>) | undefined }[] = [];
const copied: string[] = [];
let db: Store;

beforeEach(async () => {
  setLanguage('zh_CN');
  said.length = 0;
  copied.length = 0;
  [db] = contexts(1) as [Store];
});

async function filled(count: number): Promise<string[]> {
  for (let n = 1; n <= count; n++)
    await saveReading(db, sampleReading({ title: `第${n}期` }, `https://www.qingshan.example/${n}.html`));
  return articleIds(db);
}

function actionsOn(ids: string[], more: { stopAfter?: number } = {}) {
  const shown: (BulkProgress | null)[] = [];
  const actions = bulkActions({
    db,
    ids,
    style: 'gb2015-numeric',
    copyText: async (text) => copied.push(text) > 0,
    notify: (words, undo) => said.push({ words, undo }),
    onProgress: (progress) => shown.push(progress),
    stopped: () => shown.filter(Boolean).length >= (more.stopAfter ?? Number.POSITIVE_INFINITY),
  });
  return { actions, shown };
}

test('two tags on many articles are one step back, over all parts', { timeout: 60_000 }, async () => {
  const ids = await filled(COUNT);
  const { actions, shown } = actionsOn(ids);
  await actions.addTags(['水务', '防汛']);
  expect(said[0]!.words).toBe('已给 120 篇加上标签');
  expect(shown).toEqual([{ done: 0, all: 120 }, { done: 50, all: 120 }, { done: 100, all: 120 }, null]);
  for (const id of ids) expect((await getArticle(db, id))!.tags).toEqual(['水务', '防汛']);
  await undoOrRedo(db);
  for (const id of ids) expect((await getArticle(db, id))!.tags).toEqual([]);
  await undoOrRedo(db, { redo: true });
  for (const id of ids) expect((await getArticle(db, id))!.tags).toEqual(['水务', '防汛']);
  await expectInStep(db);
});

test('what is stopped stays as far as it came, and is one step back', { timeout: 60_000 }, async () => {
  const ids = await filled(COUNT);
  const { actions } = actionsOn(ids, { stopAfter: 1 });
  await actions.remove();
  expect(said[0]!.words).toBe('已删除 50 篇');
  expect(await articleIds(db)).toHaveLength(COUNT - 50);
  expect(await listTrash(db, { limit: 200 })).toHaveLength(50);
  await said[0]!.undo!();
  expect(await articleIds(db)).toHaveLength(COUNT);
  await expectInStep(db);
});

test('stars and states are set where they differ, and counted so', async () => {
  const ids = await filled(3);
  await actionsOn(ids.slice(0, 1)).actions.setFlag('starred', true);
  await actionsOn(ids).actions.setFlag('starred', true);
  expect(said.map(({ words }) => words)).toEqual(['已更改 1 篇', '已更改 2 篇']);
  await actionsOn(ids).actions.setFlag('starred', true);
  expect(said.at(-1)).toEqual({ words: '已更改 0 篇', undo: undefined });
  await said[1]!.undo!();
  const starred = await Promise.all(ids.map(async (id) => (await getArticle(db, id))!.starred));
  expect(starred).toEqual([true, false, false]);
});

test('references are copied a line each, in the order of the list', async () => {
  const ids = await filled(2);
  await actionsOn(ids).actions.copyReferences();
  expect(copied[0]!.split('\n').map((line) => /第\d期/.exec(line)![0])).toEqual(['第2期', '第1期']);
  expect(said[0]!.words).toBe('已复制 2 条参考文献');
  expect((await nextSteps(db)).undo!.type).toBe('saveReading');
});
