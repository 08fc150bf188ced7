import { CollectionCounts, Counts, TagCount } from '../record/counts.ts';
import { LIST_ROW } from '../record/listRow.ts';
import { readAs } from '../record/rowForm.ts';
import { TagInfo } from '../record/tagInfo.ts';
import { z } from '../zod.ts';
import type { Database } from './database.ts';
import type { Store } from './store.ts';

// Reads totals, and what else is shown beside a list. Imports few modules, so that a view with a list shows sooner.

/** Makes new totals from the list rows, one small row for each article. Leaves out rows that cannot be read. */
export async function countRows(db: Database): Promise<Counts> {
  const counts = new Counts();
  await db.list.each((raw) => {
    const { row } = readAs(LIST_ROW, raw);
    if (row) counts.count(row);
  });
  return counts;
}

/** The totals of the collection. They are stored as counters; damaged counters are counted anew from the list rows. */
export async function countCollection(store: Store): Promise<CollectionCounts> {
  const db = await store.reading();
  const counts = await db.counts.get('collection');
  if (!counts) return new Counts().collection;
  return CollectionCounts.safeParse(counts).data ?? (await countRows(db)).collection;
}

/** Every tag with its counts, the most used first. The counts are stored; damaged ones are counted anew. */
export async function countTags(store: Store): Promise<TagCount[]> {
  const db = await store.reading();
  const read = z.array(TagCount).safeParse(await db.tags.toArray()).data;
  const counts = read ?? [...(await countRows(db)).tags].map(([id, count]) => ({ id, ...count }));
  return counts.sort((a, b) => b.uses - a.uses || a.id.localeCompare(b.id, 'zh'));
}

/** Every tag of articles and marks, the most used first. */
export const tagsInUse = async (store: Store): Promise<string[]> =>
  (await countTags(store)).map(({ id }) => id);

/** The colours and descriptions of tags, by tag. */
export async function listTagInfo(store: Store): Promise<Map<string, TagInfo>> {
  const db = await store.reading();
  if (!db.has('tagInfo')) return new Map();
  const rows = (await db.tagInfo.toArray()).flatMap((raw) => TagInfo.safeParse(raw).data ?? []);
  return new Map(rows.map((info) => [info.id, info]));
}

/** The number of rows in the quarantine, the table of rows that could not be read. */
export async function countQuarantine(store: Store): Promise<number> {
  await store.settled();
  return (await store.reading()).quarantine.count();
}

/** What the buttons below the list say: how many tags, deleted and unreadable items there are, and whether any task is due. */
export type CountsBeside = { tags: number; deleted: number; broken: number; isAnyDue: boolean };

/** Counts what the buttons below the list say. Reads none of the counted items. */
export async function countBeside(store: Store): Promise<CountsBeside> {
  const { tags, tombstones, quarantine, list } = await store.reading();
  const [tagCount, deleted, broken, due] = await Promise.all([
    tags.count(),
    tombstones.orderBy('expires').count(),
    quarantine.count(),
    list.orderBy('dues').limit(1).count(),
  ]);
  return { tags: tagCount, deleted, broken, isAnyDue: due > 0 };
}

/** The ids of all entries of the trash that can still be restored. */
export async function trashIds(store: Store): Promise<string[]> {
  const db = await store.reading();
  return db.tombstones.orderBy('expires').primaryKeys();
}
