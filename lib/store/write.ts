import { Change, type ChangeOf, type ChangeType, type Outcome } from '../record/change.ts';
import type { Ref } from '../record/changeNotice.ts';
import { changeOf, type HistoryEntry } from '../record/history.ts';
import { sha256 } from '../record/sha256.ts';
import { annotationOperations } from './annotations.ts';
import { articleOperations } from './articles.ts';
import { correctionOperations } from './corrections.ts';
import type { Database } from './database.ts';
import { extrasOperations } from './extras.ts';
import { stepsOf, type WhichStep } from './history.ts';
import { importOperations } from './imports.ts';
import { refreshList } from './listing.ts';
import { deletionOperations } from './moveToTrash.ts';
import { Recorder } from './recorder.ts';
import { restoreOperations } from './restoreFromTrash.ts';
import { lastCounter, lastRevisionOf, putRevision } from './revision.ts';
import { snapshotOperations } from './snapshots.ts';
import type { Store } from './store.ts';
import { wordOperations } from './tags.ts';
import { transact } from './transact.ts';
import { eraseOperations, expiredTrash } from './trash.ts';
import { Work } from './work.ts';

/**
 * The function that carries out each kind of change. `hash` is the SHA-256 of the text of a page to be saved, or of a
 * snapshot; it is computed before the transaction.
 */
type Operations = {
  [T in ChangeType]: (work: Work, change: ChangeOf<T>, hash: string) => Promise<Outcome>;
};

const OPERATIONS: Operations = {
  ...articleOperations,
  ...annotationOperations,
  ...wordOperations,
  ...correctionOperations,
  ...deletionOperations,
  ...restoreOperations,
  ...eraseOperations,
  ...importOperations,
  ...extrasOperations,
  ...snapshotOperations,
};

/**
 * For how many days a finished change is remembered, so that a repeated request for it is recognised. Callers repeat
 * within minutes.
 */
const REMEMBERED_DAYS = 30;
const DAY_MS = 86_400_000;

/** Computes the hash before the transaction, because IndexedDB ends a transaction that waits for anything else. */
async function hashOf(change: Change): Promise<string> {
  if (change.type === 'saveReading') return sha256(change.reading.article.text);
  return change.type === 'keepSnapshot' ? sha256(change.file) : '';
}

/** Does a change at most once. If it was done before, returns the earlier outcome. */
async function apply(
  store: Store,
  db: Database,
  change: Change,
  hash: string,
  refs: Map<string, Ref>,
  recorder: Recorder | null,
): Promise<Outcome> {
  const [before, last] = await Promise.all([db.applied.get(change.id), lastRevisionOf(db)]);
  if (before) return before.outcome;
  const [counter, device] = [last.counter + 1, last.device];
  const now = store.now().toISOString();
  const work = new Work(store, db, now, { counter, device });
  const operation = OPERATIONS[change.type] as (work: Work, change: Change, hash: string) => Promise<Outcome>;
  const outcome = await operation(work, change, hash);
  await refreshList(store, db, work.touched, work.gone);
  await Promise.all([
    db.applied.put({ id: change.id, at: now, outcome }),
    putRevision(db, { counter: Math.max(counter, work.highest), device }),
  ]);
  for (const [key, ref] of work.refs) refs.set(key, ref);
  recorder?.take(change.type, work, outcome);
  return outcome;
}

const HISTORY_CHANGED: Ref = { kind: 'history', id: 'history', articleId: null, gone: false };

/**
 * Does these changes in one transaction: all of them or none. When the promise resolves, the changes are on the disk
 * and every context was told. Together, the changes are one step of the history. Its id is `step`, or else the id of
 * the first change. If a step with this id exists, the changes are added to it. Rejects with a `StoreError`, or with
 * a `ZodError` for an invalid change.
 */
export async function writeAll(store: Store, changes: Change[], step = changes[0]?.id): Promise<Outcome[]> {
  const parsed = changes.map((change) => Change.parse(change));
  const hashes = await Promise.all(parsed.map(hashOf));
  return transact(store, async (db, refs) => {
    const recorder = new Recorder();
    const all: Outcome[] = [];
    for (const [i, change] of parsed.entries())
      all.push(await apply(store, db, change, hashes[i]!, refs, recorder));
    const seq = await lastCounter(db);
    if (step && (await recorder.enter(db, step, seq, store.now().toISOString())))
      refs.set('history', HISTORY_CHANGED);
    return all;
  });
}

/** The entry that was undone or redone, with the outcomes of its changes. Null where there was no such entry. */
export type UndoResult = { entry: HistoryEntry; outcomes: Outcome[] } | null;

/**
 * Undoes the last step, or redoes the step that was undone last: of one article, of any, or the step with a given id.
 * In the same transaction, marks the step as undone or redone, so that a refused step can be tried again. Skips a step
 * that would change nothing. `id` identifies the call, so that a repeated call does nothing.
 */
export async function undoOrRedo(
  store: Store,
  { redo = false, id = crypto.randomUUID(), ...which }: WhichStep & { redo?: boolean; id?: string } = {},
): Promise<UndoResult> {
  return transact(store, async (db, refs) => {
    if (await db.applied.get(id)) return null;
    for (const entry of await stepsOf(db, redo, which)) {
      const outcomes: Outcome[] = [];
      for (const step of redo ? entry.redo : entry.undo) {
        const change = Change.parse(changeOf(step, crypto.randomUUID()));
        outcomes.push(await apply(store, db, change, '', refs, null));
      }
      refs.set('history', HISTORY_CHANGED);
      if (!outcomes.some(({ changed }) => changed)) {
        await db.history.delete(entry.id);
        continue;
      }
      await db.history.put({ ...entry, undone: redo ? 0 : 1 });
      await db.applied.put({ id, at: store.now().toISOString(), outcome: outcomes[0]! });
      return { entry, outcomes };
    }
    return null;
  });
}

/** Does one change; see `writeAll`. */
export const write = async (store: Store, change: Change): Promise<Outcome> =>
  (await writeAll(store, [change]))[0]!;

/**
 * Erases entries of the trash whose time is over, and the records of changes that nobody will repeat any more. Returns
 * the number of erased entries.
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
