import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SearchDocument } from '../search/entries.ts';
import { parseQuery } from '../search/parseQuery.ts';
import { DamagedIndex } from '../search/postings.ts';
import { INDEX_VERSION, segmentOf } from '../search/segment.ts';
import { IndexDatabase } from './indexDatabase.ts';
import { IndexReader } from './indexReader.ts';

let db: IndexDatabase;
let reader: IndexReader;
let generation: number;

/** Writes a segment of one article, as a further generation of the index. */
async function putSegment(id: number, text: string): Promise<void> {
  generation++;
  const document: SearchDocument = {
    id: `article ${id}`,
    text: `${text}\n`,
    starts: [0],
    fields: [0],
    published: 0,
    captured: 0,
    states: 0,
    dues: [],
    grouped: { source: [], issuer: [], region: [], tag: [] },
  };
  const { columns, buckets } = segmentOf([document]);
  await db.buckets.filter(({ segment }) => segment === id).delete();
  await db.segments.put({ id, columns, dead: new Uint8Array(1), sum: 0 });
  await db.buckets.bulkPut([...buckets].map(([bucket, bytes]) => ({ bucket, segment: id, bytes })));
  const before = (await db.state.get('state'))?.segments ?? [];
  await db.state.put({
    id: 'state',
    version: INDEX_VERSION,
    device: 'here',
    generation,
    nextSegment: 9,
    builtTo: null,
    segments: [...before.filter((note) => note.id !== id), { id, written: generation, size: 1, live: 1 }],
  });
}

/** The ids of the segments that a query needs, and of those that were read for it. */
async function read(typed: string): Promise<{ needed: number[]; read: unknown[] }> {
  const get = vi.spyOn(IDBObjectStore.prototype, 'get');
  const answer = await reader.read(db, parseQuery(typed), 'here');
  const ids = get.mock.calls.map(([key]) => key).filter((key) => key !== 'state');
  get.mockRestore();
  return { needed: answer!.parts.map(({ row }) => row.id), read: ids };
}

beforeEach(async () => {
  db = new IndexDatabase(`pizhu-test-${crypto.randomUUID()}-search`);
  await db.open();
  reader = new IndexReader();
  generation = 0;
  await putSegment(1, '检查堤防');
  await putSegment(2, '检查桥梁');
});
afterEach(() => db.close());

test('only segments that have the words are read, each once', async () => {
  expect(await read('桥梁')).toEqual({ needed: [2], read: [2] });
  expect(await read('桥梁')).toEqual({ needed: [2], read: [] });
  expect(await read('检查')).toEqual({ needed: [1, 2], read: [1] });
  expect(await read('检查 -堤防')).toEqual({ needed: [1, 2], read: [] });
  expect(await read('堤防 or 桥梁')).toEqual({ needed: [1, 2], read: [] });
  expect(await read('堤防 桥梁')).toEqual({ needed: [], read: [] });
});

test('what was read answers the same query from memory, in the same generation only', async () => {
  const query = parseQuery('桥梁');
  const { state } = (await reader.read(db, query, 'here'))!;
  expect(reader.inMemory(query, state)?.map(({ row }) => row.id)).toEqual([2]);
  expect(reader.inMemory(parseQuery('堤防'), state)).toBeNull();
  expect(reader.inMemory(query, { ...state, generation: 3 })).toBeNull();
});

test('after a change of the index, only the changed segments are read again', async () => {
  await read('检查');
  await putSegment(2, '检查隧道');
  expect(await read('检查')).toEqual({ needed: [1, 2], read: [2] });
  expect(await read('桥梁')).toEqual({ needed: [], read: [] });
  expect(await read('隧道')).toEqual({ needed: [2], read: [] });
});

test('an index of another collection is not read, and one without a segment is damaged', async () => {
  expect(await reader.read(db, parseQuery('桥梁'), 'there')).toBeNull();
  await db.segments.delete(2);
  await expect(reader.read(db, parseQuery('桥梁'), 'here')).rejects.toThrow(DamagedIndex);
});
