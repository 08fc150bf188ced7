import '@/test/support/interface.ts';
import 'fake-indexeddb/auto';

import { beforeEach, expect, test, vi } from 'vitest';
import { sampleDraft, sampleReading } from '@/test/support/samples.ts';
import { contexts } from '@/test/support/stores.ts';
import { json } from '../../exchange/formats/json.ts';
import { parseExport } from '../../exchange/readExport.ts';
import {
  addAnnotation,
  countQuarantine,
  getBundles,
  listAnnotations,
  type Store,
  saveReading,
  unreadOf,
} from '../../store/index.ts';
import { repairActions, repairItems } from './repairView.ts';

let db: Store;
let articleId: string;
const said: string[] = [];
const saved: string[] = [];
const actions = () =>
  repairActions(
    db,
    (words) => void said.push(words),
    (parts) => void saved.push(parts.join('')),
  );

/** Saves an article with two marks. One of them is valid; the other has null in place of a tag. */
beforeEach(async () => {
  [db] = contexts(1) as [Store];
  said.length = 0;
  saved.length = 0;
  articleId = (await saveReading(db, sampleReading())).saved.id;
  await addAnnotation(db, articleId, sampleDraft('水务工作'));
  const bad = await addAnnotation(db, articleId, sampleDraft('管网检查'));
  const body = [{ type: 'TextualBody', purpose: 'tagging', value: null }];
  await (await db.writing()).annotations.put({ ...bad, body });
});

test('a record that cannot be read costs only itself, and shows what can be read of it and why', async () => {
  expect(await listAnnotations(db, articleId)).toHaveLength(1);
  const [item, ...others] = await repairItems(db, 50);
  expect(others).toEqual([]);
  expect(item).toMatchObject({ kind: '标记', words: '管网检查', reason: '内容残缺或格式有误' });
  expect(item!.message).toContain('body');
});

test('an article is known by its headline, not by that of a list in it', async () => {
  const saved = (await (await db.writing()).articles.get(articleId))!;
  const taskLists = [{ title: '市委书记', tasks: [{ title: '任务' }] }];
  // Puts the task lists before the article, as in a stored row. The titles of their speakers must not be taken for the
  // title of the article.
  await (await db.writing()).articles.put({ id: articleId, taskLists, article: saved.article, note: null });
  await getBundles(db, [articleId]);
  const items = await repairItems(db, 50);
  expect(items.map(({ kind, words }) => [kind, words])).toContainEqual([
    '文章',
    sampleReading().article.title,
  ]);
});

test('it is exported raw, as it is', async () => {
  await listAnnotations(db, articleId);
  const [item] = await repairItems(db, 50);
  await actions().exportRaw(item!.id);
  expect(said).toEqual(['已导出原始数据']);
  expect(JSON.parse(saved[0]!).raw).toMatchObject({ articleId, body: [{ value: null }] });
});

test('it is deleted; a second press, or a refusal, is told', async () => {
  await listAnnotations(db, articleId);
  const [item] = await repairItems(db, 50);
  const full = vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await actions().remove(item!.id);
  full.mockRestore();
  expect(await countQuarantine(db)).toBe(1);
  await actions().remove(item!.id);
  await actions().exportRaw(item!.id);
  expect(await countQuarantine(db)).toBe(0);
  expect(said.slice(1)).toEqual(['已删除', '已删除']);
  expect(saved).toEqual([]);
});

test('a record without any words is listed too', async () => {
  await (await db.writing()).annotations.put({ id: 'x', articleId, schema: 0 });
  await listAnnotations(db, articleId);
  expect((await repairItems(db, 50)).map(({ words }) => words).sort()).toEqual([
    '没有可读的文字',
    '管网检查',
  ]);
});

test('a file of the collection says how much it leaves out and why, one of other articles does not', async () => {
  const other = await saveReading(
    db,
    sampleReading({ text: '另一篇。' }, 'https://www.qingshan.example/zw/2.html'),
  );
  const ids = [articleId, other.saved.id];
  const bundles = await getBundles(db, ids);
  const leftOut = await unreadOf(db, ids);
  const parts = await json.write(bundles, 'Pizhu test', new Date(), { leftOut });
  const file = parseExport(await new Blob(parts).text());
  expect(file.articles).toHaveLength(2);
  expect(file.leftOut).toMatchObject([
    { table: 'annotations', reason: 'invalid', message: expect.stringContaining('body') },
  ]);
  expect(await unreadOf(db, [other.saved.id])).toEqual([]);
});
