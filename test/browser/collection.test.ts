import { afterEach, beforeEach, expect, test } from 'vitest';
import { Database } from '@/lib/store/database.ts';
import {
  addAnnotation,
  deleteAnnotation,
  deleteArticle,
  editAnnotation,
  editArticle,
  findByAddress,
  getBundle,
  listAnnotations,
  listArticles,
  restoreAnnotation,
  restoreBundle,
  saveReading,
  tagsInUse,
  textsOfMarks,
} from '@/lib/store/repository.ts';
import { sampleDraft, sampleReading } from '../support/samples.ts';

let db: Database;
beforeEach(() => {
  db = new Database(`pizhu-test-${crypto.randomUUID()}`);
});
afterEach(async () => {
  db.close();
  await db.delete();
});

test('the same page saved twice, even at once, is one article', async () => {
  const [first, second] = await Promise.all([
    saveReading(db, sampleReading()),
    saveReading(db, sampleReading()),
  ]);
  expect(first.saved.id).toBe(second.saved.id);
  expect([first.created, second.created].filter(Boolean)).toHaveLength(1);
  await saveReading(db, sampleReading({}, 'http://www.qingshan.example/zw/1.html?utm_source=wx#p3'));
  expect(await listArticles(db)).toHaveLength(1);
});

test('saving a changed page keeps the earlier text, the tags and the note', async () => {
  const { saved } = await saveReading(db, sampleReading());
  await editArticle(db, saved.id, { tags: ['水务'], note: '跟进' });
  await saveReading(db, sampleReading({ text: '青山区的会议改了说法。' }));
  const bundle = await getBundle(db, saved.id);
  expect(bundle?.texts).toHaveLength(2);
  expect(bundle?.saved).toMatchObject({ id: saved.id, tags: ['水务'], note: '跟进' });
  expect(bundle?.texts.find((one) => one.sha256 === bundle.saved.sha256)?.text).toBe(
    '青山区的会议改了说法。',
  );
});

test('the hash is the SHA-256 of the text', async () => {
  const { saved } = await saveReading(db, sampleReading({ text: 'abc' }));
  // FIPS 180-4, example of the one-block message "abc".
  expect(saved.sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('a page is recognised by its address and by its canonical address', async () => {
  const { saved } = await saveReading(db, { ...sampleReading(), canonicalUrl: 'https://qingshan.example/1' });
  expect((await findByAddress(db, { url: 'http://qingshan.example/1', canonicalUrl: null }))?.id).toBe(
    saved.id,
  );
  expect(await findByAddress(db, { url: 'https://qingshan.example/2', canonicalUrl: null })).toBeNull();
});

test('a mark is tied to its place in the captured text', async () => {
  const { saved } = await saveReading(db, sampleReading());
  const mark = await addAnnotation(db, saved.id, sampleDraft('完成管网检查', ['任务']));
  const { start, end, sha256 } = mark.target.captured!;
  expect(sampleReading().article.text.slice(start, end)).toBe('完成管网检查');
  expect(sha256).toBe(saved.sha256);
  expect(await tagsInUse(db)).toEqual(['任务']);
  const outside = await addAnnotation(db, saved.id, sampleDraft('页面上方的栏目'));
  expect(outside.target.captured).toBeNull();
  expect((await listAnnotations(db, saved.id)).map(({ id }) => id)).toEqual([mark.id, outside.id]);
});

test('the texts that marks point into are given once each', async () => {
  const { saved } = await saveReading(db, sampleReading());
  await addAnnotation(db, saved.id, sampleDraft('完成管网检查'));
  await addAnnotation(db, saved.id, sampleDraft('页面上方的栏目'));
  await addAnnotation(db, saved.id, sampleDraft('管网'));
  const texts = await textsOfMarks(db, await listAnnotations(db, saved.id));
  expect(texts.map(({ sha256, text }) => [sha256, text])).toEqual([
    [saved.sha256, sampleReading().article.text],
  ]);
  expect(await textsOfMarks(db, [])).toEqual([]);
});

test('a mark is edited, deleted and brought back', async () => {
  const { saved } = await saveReading(db, sampleReading());
  const { id } = await addAnnotation(db, saved.id, sampleDraft('管网'));
  const edited = await editAnnotation(db, id, { note: '**要点**', tags: ['水务'], color: 'blue' });
  expect(edited).toMatchObject({ color: 'blue' });
  const gone = await deleteAnnotation(db, id);
  expect(await listAnnotations(db, saved.id)).toEqual([]);
  await restoreAnnotation(db, gone!);
  expect(await listAnnotations(db, saved.id)).toEqual([edited]);
});

test('a deleted article comes back with all that belonged to it', async () => {
  const { saved } = await saveReading(db, sampleReading());
  await addAnnotation(db, saved.id, sampleDraft('管网'));
  const before = await getBundle(db, saved.id);
  const bundle = await deleteArticle(db, saved.id);
  expect(await listArticles(db)).toEqual([]);
  expect(await db.texts.count()).toBe(0);
  expect(await db.annotations.count()).toBe(0);
  await restoreBundle(db, bundle!);
  expect(await getBundle(db, saved.id)).toEqual(before);
});

test('one broken record does not hide the others', async () => {
  await saveReading(db, sampleReading());
  await db.table('articles').put({ id: 'broken', capturedAt: '2025' });
  expect(await listArticles(db)).toHaveLength(1);
});
