import type { Ref } from '../record/changeNotice.ts';
import type { Database } from './database.ts';
import { asStoreError } from './errors.ts';
import { lastCounter } from './revision.ts';
import type { Store } from './store.ts';

/** Runs a write in one transaction, then tells every context what was changed. */
export async function transact<T>(
  store: Store,
  run: (db: Database, refs: Map<string, Ref>) => Promise<T>,
): Promise<T> {
  const db = await store.writing();
  const refs = new Map<string, Ref>();
  let counter = 0;
  try {
    const result = await db.transaction('rw', db.tables, async () => {
      const done = await run(db, refs);
      counter = await lastCounter(db);
      return done;
    });
    if (refs.size) store.feed.announce({ counter, refs: [...refs.values()] });
    return result;
  } catch (error) {
    throw asStoreError(error);
  }
}
