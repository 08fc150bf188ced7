import { Revision } from '../record/row.ts';
import type { Database, Meta } from './database.ts';
import type { Store } from './store.ts';

/**
 * The revision after the last change: the database's id and the change's number. Undefined where it is missing or
 * damaged.
 */
export const storedRevision = async (db: Database): Promise<Revision | undefined> =>
  Revision.safeParse(await db.meta.get('revision')).data;

/**
 * The id of the collection's database; null before the first change. A database that is created again gets another id.
 */
export const deviceOf = async (store: Store): Promise<string | null> =>
  (await storedRevision(await store.reading()))?.device ?? null;

/** The number of the last change; 0 where none is stored. */
export const lastCounter = async (db: Database): Promise<number> => (await storedRevision(db))?.counter ?? 0;

/**
 * Returns the device id and last revision counter of a database. If these are missing or damaged, makes a new device id
 * and takes the highest counter of all rows. So later changes count as later.
 */
export async function lastRevisionOf(db: Database): Promise<Revision> {
  const known = await storedRevision(db);
  if (known) return known;
  let counter = 0;
  for (const table of [db.articles, db.texts, db.annotations, db.snapshots, db.tombstones])
    await table.each((row: { revision?: unknown }) => {
      counter = Math.max(counter, Revision.safeParse(row.revision).data?.counter ?? 0);
    });
  return { counter, device: crypto.randomUUID() };
}

/**
 * Names the state of the collection after its last change. Each change of articles, texts or marks gives it another
 * name.
 */
export const stateAfter = ({ device, counter }: Revision): string => `${device}:${counter}`;

/** Names the present state of the collection. */
export async function stateOf(db: Database): Promise<string> {
  const last = await storedRevision(db);
  return last ? stateAfter(last) : '';
}

/** Stores a revision as the last revision of the database. */
export const putRevision = (db: Database, { counter, device }: Revision): Promise<unknown> =>
  db.meta.put({ id: 'revision', counter, device } satisfies Meta);
