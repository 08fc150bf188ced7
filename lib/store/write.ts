import { Change, type ChangeOf, type ChangeType, type Outcome, type Ref } from '../record/change.ts';
import { sha256 } from '../record/sha256.ts';
import { annotationOperations } from './annotations.ts';
import { articleOperations } from './articles.ts';
import { correctionOperations } from './corrections.ts';
import type { Database, Meta } from './database.ts';
import { asStoreError } from './errors.ts';
import { refreshList } from './listing.ts';
import type { Store } from './store.ts';
import { wordOperations } from './tags.ts';
import { expiredTrash, trashOperations } from './trash.ts';
import { Work } from './work.ts';

/**
 * The operation for each kind of change. `hash` is the SHA-256 of a reading's text, computed before the transaction.
 */
type Operations = {
  [T in ChangeType]: (work: Work, change: ChangeOf<T>, hash: string) => Promise<Outcome>;
};

const OPERATIONS: Operations = {
  ...articleOperations,
  ...annotationOperations,
  ...wordOperations,
  ...correctionOperations,
  ...trashOperations,
};

/** For how many days a change is recognised as done, though a caller that repeats one does so within minutes. */
const REMEMBERED_DAYS = 30;
const DAY_MS = 86_400_000;

/** Hashing comes before the transaction, because IndexedDB ends a transaction that waits for anything else. */
const hashOf = async (change: Change): Promise<string> =>
  change.type === 'saveReading' ? sha256(change.reading.article.text) : '';

async function nextRevision(db: Database): Promise<Meta> {
  const meta = await db.meta.get('revision');
  const device = meta?.device ?? crypto.randomUUID();
  return { id: 'revision', device, counter: (meta?.counter ?? 0) + 1 };
}

/** Applies a change once: a repeated change returns the outcome of the first time. */
async function apply(store: Store, db: Database, change: Change, hash: string, refs: Map<string, Ref>) {
  const before = await db.applied.get(change.id);
  if (before) return before.outcome;
  const { counter, device } = await nextRevision(db);
  const now = store.now().toISOString();
  const work = new Work(store, db, now, { counter, device });
  const operation = OPERATIONS[change.type] as (work: Work, change: Change, hash: string) => Promise<Outcome>;
  const outcome = await operation(work, change, hash);
  await refreshList(store, db, work.touched);
  await db.applied.put({ id: change.id, at: now, outcome });
  await db.meta.put({ id: 'revision', counter, device });
  for (const [key, ref] of work.refs) refs.set(key, ref);
  return outcome;
}

/**
 * Applies these changes in one transaction: all of them or none. Resolves when they are on the disk, and tells every
 * context. Rejects with a `StoreError`, or with a `ZodError` for anything that is no change.
 */
export async function writeAll(store: Store, changes: Change[]): Promise<Outcome[]> {
  const parsed = changes.map((change) => Change.parse(change));
  const hashes = await Promise.all(parsed.map(hashOf));
  const db = await store.writing();
  const refs = new Map<string, Ref>();
  let counter = 0;
  try {
    const outcomes = await db.transaction('rw', db.tables, async () => {
      const all: Outcome[] = [];
      for (const [i, change] of parsed.entries()) all.push(await apply(store, db, change, hashes[i]!, refs));
      counter = (await db.meta.get('revision'))?.counter ?? 0;
      return all;
    });
    if (refs.size) store.feed.tell({ counter, refs: [...refs.values()] });
    return outcomes;
  } catch (error) {
    throw asStoreError(error);
  }
}

/** Does one change; see `writeAll`. */
export const write = async (store: Store, change: Change): Promise<Outcome> =>
  (await writeAll(store, [change]))[0]!;

/**
 * Erases what has been in the trash for its full time, and forgets changes that nobody repeats any more. Returns the
 * number of things erased.
 */
export async function emptyTrash(store: Store, now = store.now()): Promise<number> {
  const ids = await expiredTrash(store, now);
  const outcomes = await writeAll(
    store,
    ids.map((trashId) => ({ id: crypto.randomUUID(), type: 'erase', trashId })),
  );
  const db = await store.writing();
  const old = new Date(now.getTime() - REMEMBERED_DAYS * DAY_MS).toISOString();
  await db.applied.where('at').below(old).delete();
  return outcomes.filter(({ changed }) => changed).length;
}
