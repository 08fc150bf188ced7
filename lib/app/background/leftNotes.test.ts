import { expect, test, vi } from 'vitest';
import { backgroundForTest, readingAt } from '../../../test/support/background.ts';
import { getArticle, saveReading } from '../../store/index.ts';
import { leaveNote } from '../leftNotes.ts';
import { keepLeftNotes } from './leftNotes.ts';

const URL = 'https://www.qingshan.example/1';

async function saved() {
  const own = backgroundForTest();
  const { id } = (await saveReading(own.db, readingAt(URL))).saved;
  const { session } = own.fake.storage;
  const note = async () => (await getArticle(own.db, id))!.note;
  const leave = (words: string, from: string, step: string = crypto.randomUUID()) =>
    leaveNote(session, { on: { kind: 'article', id }, note: words, from, step }).done;
  const left = async () => Object.keys(await session.get(null)).filter((key) => key.startsWith('leftNote'));
  return { own, id, note, leave, left };
}

test('notes that a closing page leaves are saved one after the other, and then no longer lie there', async () => {
  const { own, note, leave, left } = await saved();
  keepLeftNotes(own);
  await leave('先办', '');
  await leave('先办，再报', '先办');
  await vi.waitFor(async () => expect(await note()).toBe('先办，再报'));
  await vi.waitFor(async () => expect(await left()).toEqual([]));
});

test('a note that was left before the background started is saved when it starts', async () => {
  const { own, note, leave } = await saved();
  await leave('先办', '');
  keepLeftNotes(own);
  await vi.waitFor(async () => expect(await note()).toBe('先办'));
});

test('notes that were left before the start are saved in the order of leaving', async () => {
  const { own, note, leave, left } = await saved();
  // The ids sort in the opposite order of time. So the test fails if notes are saved in the order of their ids.
  await leave('先办', '', 'ffffffff-0000-4000-8000-000000000000');
  await leave('先办，再报', '先办', '88888888-0000-4000-8000-000000000000');
  await leave('再报', '先办，再报', '00000000-0000-4000-8000-000000000000');
  const { session } = own.fake.storage;
  const kept = await session.get(null);
  vi.spyOn(session, 'get').mockResolvedValueOnce(Object.fromEntries(Object.entries(kept).reverse()));
  keepLeftNotes(own);
  await vi.waitFor(async () => expect(await left()).toEqual([]));
  expect(await note()).toBe('再报');
});

test('the same step is saved once, so a later note stays', async () => {
  const { own, note, leave, left } = await saved();
  keepLeftNotes(own);
  const step = crypto.randomUUID();
  await leave('先办', '', step);
  await vi.waitFor(async () => expect(await note()).toBe('先办'));
  await leave('缓办', '先办');
  await leave('先办', '', step);
  await vi.waitFor(async () => expect(await left()).toEqual([]));
  expect(await note()).toBe('缓办');
});

test('a note that is refused stays until the next start, and one that is no note is dropped', async () => {
  const { own, note, leave, left } = await saved();
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const refused = vi.spyOn(own.db, 'writing').mockRejectedValue(new Error('full'));
  keepLeftNotes(own);
  await own.fake.storage.session.set({ 'leftNote 1': { note: 1 }, other: 2 });
  await leave('先办', '');
  await vi.waitFor(() => expect(warned).toHaveBeenCalledTimes(1));
  expect(await left()).toHaveLength(1);
  refused.mockRestore();
  warned.mockRestore();
  keepLeftNotes(own);
  await vi.waitFor(async () => expect(await note()).toBe('先办'));
  await vi.waitFor(async () => expect(await left()).toEqual([]));
  expect(await own.fake.storage.session.get('other')).toEqual({ other: 2 });
});
