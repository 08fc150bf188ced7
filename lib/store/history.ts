import { Dexie } from 'dexie';
import { HistoryEntry, isAboutMarks } from '../record/history.ts';
import type { Database } from './database.ts';
import type { Store } from './store.ts';

/** The index by which the next step is found. A step can be long, so the others are not read. */
export const BY_STATE = '[undone+seq]';

/** The readable entries of the history among stored rows. */
export const entriesOf = (raws: unknown[]): HistoryEntry[] =>
  raws.flatMap((raw) => HistoryEntry.safeParse(raw).data ?? []);

/**
 * Selects steps of the history: those of an article, the step with an id, or with `marksAlone` only steps about marks.
 */
export type WhichStep = { articleId?: string | null; step?: string | null; marksAlone?: boolean };

/** Whether a step can be undone, or redone: from its own article, even where something was done elsewhere since. */
const isNext = ({ undone }: HistoryEntry, redo: boolean, isOfArticle: boolean): boolean =>
  redo ? undone === 1 || (isOfArticle && undone === 2) : undone === 0;

/** The entries that can be undone or redone, the next one first. */
export async function stepsOf(
  db: Database,
  redo: boolean,
  { articleId = null, step = null, marksAlone = false }: WhichStep = {},
): Promise<HistoryEntry[]> {
  const rows = articleId
    ? await db.history.where('articleId').equals(articleId).sortBy('seq')
    : await db.history.orderBy('seq').toArray();
  const own = entriesOf(rows).filter(
    (entry) =>
      isNext(entry, redo, articleId !== null || step !== null) &&
      (step === null || entry.id === step) &&
      (!marksAlone || isAboutMarks(entry)),
  );
  return redo ? own : own.reverse();
}

/** The first of the entries that `stepsOf` returns; null where there is none. */
async function nextStep(db: Database, redo: boolean, which: WhichStep): Promise<HistoryEntry | null> {
  const isAll = Object.keys(which).length === 0;
  if (isAll && db.history.schema.idxByName[BY_STATE]) {
    const undone = redo ? 1 : 0;
    const own = db.history.where(BY_STATE).between([undone, Dexie.minKey], [undone, Dexie.maxKey]);
    const raws = await (redo ? own : own.reverse()).limit(1).toArray();
    const [entry] = entriesOf(raws);
    if (entry || raws.length === 0) return entry ?? null;
    // The next entry is damaged, so all entries are read below.
  }
  return (await stepsOf(db, redo, which))[0] ?? null;
}

/** The next step to undo and the next to redo, for one article or for all; null where there is none. */
export async function nextSteps(store: Store, which: WhichStep = {}) {
  const db = await store.reading();
  if (!db.has('history')) return { undo: null, redo: null };
  const [undo, redo] = await Promise.all([nextStep(db, false, which), nextStep(db, true, which)]);
  return { undo, redo };
}
