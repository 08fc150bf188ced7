import { Revision } from '../record/row.ts';
import type { Database, Meta } from './database.ts';
import type { Store } from './store.ts';

/** The last revision as it is stored; undefined where it is missing or damaged. */
export const storedRevision = async (db: Database): Promise<Revision | undefined> =>
  Revision.safeParse(await db.meta.get('revision')).data;

/** The id of the collection's database, which a database made anew does not share; null before the first change. */
export const deviceOf = async (store: Store): Promise<string | null> =>
  (await storedRevision(await store.reading()))?.device ?? null;

/** The number of the last change; 0 where the database does not say. */
export const lastCounter = async (db: Database): Promise<number> => (await storedRevision(db))?.counter ?? 0;

/**
 * The device and the last revision of a database. Where these are missing or damaged, the device is a new one and the
 * counter is the highest of all rows, so that later changes count as later.
 */
export async function lastRevisionOf(db: Database): Promise<Revision> {
  const known = await storedRevision(db);
  if (known) return known;
  let counter = 0;
  for (const table of [db.articles, db.texts, db.annotations, db.tombstones])
    await table.each((row: { revision?: unknown }) => {
      counter = Math.max(counter, Revision.safeParse(row.revision).data?.counter ?? 0);
    });
  return { counter, device: crypto.randomUUID() };
}

/** Keeps a revision as the last one. */
export const putRevision = (db: Database, { counter, device }: Revision): Promise<unknown> =>
  db.meta.put({ id: 'revision', counter, device } satisfies Meta);
