import '@/test/support/interface.ts';
import 'fake-indexeddb/auto';

import { beforeEach, expect, test, vi } from 'vitest';
import { sampleDraft, sampleReading } from '@/test/support/samples.ts';
import { contexts } from '@/test/support/stores.ts';
import {
  addAnnotation,
  correctTasks,
  deleteAnnotation,
  deleteArticle,
  editArticle,
  getArticle,
  listAnnotations,
  type Store,
  saveReading,
  write,
} from '../../store/index.ts';
import { trashActions, trashItems } from './trashView.ts';

const messages = vi.hoisted(() => ({ asked: [] as string[] }));
vi.mock('../../messages/fromOwn.ts', () => ({
  ask: async (name: string) => {
    messages.asked.push(name);
    return {};
  },
}));

let db: Store;
const said: string[] = [];
const actions = () => trashActions(db, (words) => void said.push(words));
beforeEach(() => {
  [db] = contexts(1) as [Store];
  said.length = 0;
  messages.asked.length = 0;
});

const newId = () => crypto.randomUUID();
const quote = { type: 'TextQuoteSelector' as const, exact: '完成管网检查', prefix: '', suffix: '' };

/** Fills the trash with one entry of each kind, the article last. */
async function fill() {
  const { saved } = await saveReading(db, sampleReading());
  await editArticle(db, saved.id, { addTags: ['汛期'] });
  const mark = await addAnnotation(db, saved.id, sampleDraft('管网检查'));
  await correctTasks(db, saved.id, (now) => [
    ...now,
    { id: 'c1', kind: 'add', at: quote, created: '2025-03-04T01:30:00.000Z' },
  ]);
  await deleteAnnotation(db, mark.id);
  await write(db, { id: newId(), type: 'deleteTag', tag: '汛期' });
  await correctTasks(db, saved.id, () => []);
  await deleteArticle(db, saved.id);
  return saved.id;
}

test('every kind is listed by its words, the latest first, in stretches', async () => {
  await fill();
  const { items, more } = await trashItems(db, 50);
  expect(items.map(({ kind, label }) => [kind, label])).toEqual([
    ['文章', '青山区召开水务工作会议'],
    ['任务更正', '完成管网检查'],
    ['标签', '汛期'],
    ['标记', '管网检查'],
  ]);
  expect(items[0]!.deleted).toMatch(/^删除于 2025/);
  expect(more).toBe(false);
  expect(await trashItems(db, 3)).toMatchObject({ more: true, items: { length: 3 } });
});

test('one is brought back; what belongs to a deleted article asks for the article first', async () => {
  const id = await fill();
  const [article, , , mark] = (await trashItems(db, 50)).items;
  await actions().restore(mark!.id);
  expect(said).toEqual(['它所属的文章也已删除。请先恢复文章。']);
  await actions().restore(article!.id);
  await actions().restore(mark!.id);
  expect(said.slice(1)).toEqual(['已恢复', '已恢复']);
  expect(await listAnnotations(db, id)).toHaveLength(1);
  expect(messages.asked).toEqual(['collection.changed', 'collection.changed']);
});

test('all come back, whatever belongs to what', async () => {
  const id = await fill();
  await actions().restoreAll();
  expect(said).toEqual(['已恢复 4 项']);
  const saved = (await getArticle(db, id))!;
  expect([saved.tags, saved.taskCorrections.length]).toEqual([['汛期'], 1]);
  expect(await listAnnotations(db, id)).toHaveLength(1);
  expect((await trashItems(db, 50)).items).toEqual([]);
});

test('what cannot be brought back stays, and keeps nothing else from coming back', async () => {
  const id = await fill();
  const content = await (await db.writing()).trash.get(`article:${id}`);
  await (await db.writing()).trash.put({
    ...content!,
    content: { ...content!.content, article: {} } as never,
  });
  await actions().restoreAll();
  expect(said).toEqual(['已恢复 1 项，3 项未能恢复，仍在这里。']);
  expect((await trashItems(db, 50)).items.map(({ kind }) => kind)).toEqual(['文章', '任务更正', '标记']);
});

test('what is erased is in no table any more, and it is said what other copies may hold', async () => {
  await fill();
  await actions().empty();
  expect(said[0]).toContain('您另存到别处的导出文件和备份里如有这些内容，需自行删除');
  const all: unknown[] = [];
  for (const table of (await db.reading()).tables) all.push(...(await table.toArray()));
  const text = JSON.stringify(all);
  for (const words of ['青山区', '管网检查', '汛期', 'qingshan']) expect(text).not.toContain(words);
});

test('one is erased, and what is refused is told', async () => {
  await fill();
  const [article] = (await trashItems(db, 50)).items;
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await actions().erase(article!.id);
  full.mockRestore();
  expect(said).toEqual(['没能写入本机存储，内容尚未保存。请检查磁盘空间后再试。']);
  await actions().erase(article!.id);
  // Erasing the article also erased what had been deleted from it before. The tag was deleted from the whole
  // collection, so it stays in the trash.
  expect((await trashItems(db, 50)).items.map(({ kind }) => kind)).toEqual(['标签']);
});
