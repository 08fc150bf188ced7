import type { ListOrder } from './list.ts';
import type { CountsBeside } from './totals.ts';
import { DATABASE_NAME, DATABASE_VERSION } from './version.ts';

/**
 * The first list rows and the counters as they are stored, not yet checked. `beside`: what else the buttons below the
 * list say, which may take longer; null where it cannot be read.
 */
export type EarlyRows = { rows: unknown[]; counts: unknown; beside: Promise<CountsBeside | null> };

/** Which rows are asked for: the first `limit` rows in this order. */
export type EarlyQuestion = { order: ListOrder; limit: number };

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** The last values of an index, at most `limit`, the last one first. */
async function lastOf(index: IDBIndex, limit: number): Promise<unknown[]> {
  // Browsers with `getAllRecords` also accept these options for `getAll`, which returns all values in one answer.
  if ('getAllRecords' in index)
    return done(index.getAll({ count: limit, direction: 'prev' } as unknown as IDBKeyRange));
  const values: unknown[] = [];
  const request = index.openCursor(null, 'prev');
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor || values.length === limit) return resolve(values);
      values.push(cursor.value);
      cursor.continue();
    };
  });
}

/**
 * Reads the first rows of the list without Dexie, while the code of the page is still loading. Null where the
 * database does not exist, does not open, or has another version than the present one. The store then reads the rows
 * later. `question` may still be pending when the database opens, and null where no rows are wanted.
 */
export async function earlyRows(
  question: Promise<EarlyQuestion | null>,
  name = DATABASE_NAME,
): Promise<EarlyRows | null> {
  let db: IDBDatabase | undefined;
  try {
    // Does not ask first which databases there are, because the browser takes longer for that than for opening one.
    const opening = indexedDB.open(name);
    // Creates no database where there is none.
    opening.onupgradeneeded = () => opening.transaction?.abort();
    const opened = await done(opening);
    db = opened;
    // Closes the database when another page deletes or upgrades it, because the other page would otherwise have to
    // wait.
    opened.onversionchange = () => opened.close();
    // Dexie stores its version times ten, and adds to that when it repairs the tables.
    if (Math.floor(opened.version / 10) !== DATABASE_VERSION) return null;
    const asked = await question;
    if (!asked) return null;
    const { order, limit } = asked;
    const tx = opened.transaction(['list', 'counts', 'tags', 'tombstones', 'quarantine']);
    const list = tx.objectStore('list');
    const reading = Promise.all([
      lastOf(list.index(`[${order}+id]`), limit),
      done(tx.objectStore('counts').get('collection')),
    ]);
    const beside = Promise.all([
      done(tx.objectStore('tags').count()),
      done(tx.objectStore('tombstones').index('expires').count()),
      done(tx.objectStore('quarantine').count()),
      done(list.index('dues').getKey(IDBKeyRange.lowerBound(''))),
    ]).then(
      ([tags, deleted, broken, due]) => ({ tags, deleted, broken, isAnyDue: due !== undefined }),
      () => null,
    );
    const [rows, counts] = await reading;
    return { rows, counts, beside };
  } catch {
    return null;
  } finally {
    // Cuts off no request: the browser closes the database only when all requests are answered.
    db?.close();
  }
}
