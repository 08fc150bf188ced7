import type { Outcome } from '../record/change.ts';
import { HISTORY_STEPS, HistoryEntry, isAboutMarks, joinedTyping, type Step } from '../record/history.ts';
import type { TrashKind } from '../record/trash.ts';
import type { Database } from './database.ts';
import type { Store } from './store.ts';
import type { Work } from './work.ts';

const entriesOf = (raws: unknown[]): HistoryEntry[] =>
  raws.flatMap((raw) => HistoryEntry.safeParse(raw).data ?? []);

/** Gathers how the changes of one write are undone: together they are one step. */
export class Recorder {
  private readonly undo: Step[] = [];
  private readonly redo: Step[] = [];
  private readonly articleIds = new Set<string | null>();
  private label = '';
  private type = '';

  take(type: string, { undoRedo }: Work, { articleId }: Outcome): void {
    if (!undoRedo) return;
    this.undo.unshift(undoRedo.undo);
    this.redo.push(undoRedo.redo);
    this.articleIds.add(articleId);
    this.label ||= undoRedo.label;
    this.type ||= type;
  }

  /** Enters the step into the history. Within the transaction of its write. */
  async enter(db: Database, id: string, seq: number, at: string): Promise<boolean> {
    if (this.undo.length === 0) return false;
    const [articleId = null] = this.articleIds.size === 1 ? this.articleIds : [];
    const { type, label, undo, redo } = this;
    const entry: HistoryEntry = { id, seq, at, articleId, type, label, undone: 0, undo, redo };
    const [begun] = entriesOf(await db.history.where('id').equals(id).toArray());
    if (begun?.undone === 0) {
      const all = { undo: [...undo, ...begun.undo], redo: [...begun.redo, ...redo] };
      await db.history.put({ ...begun, ...all, seq, articleId: null });
      return true;
    }
    const [last] = entriesOf(await db.history.orderBy('seq').reverse().limit(1).toArray());
    await db.history.put(joinedTyping(last ?? null, entry) ?? entry);
    // What was undone of the same article is not done again after something new.
    const overtaken = await db.history
      .filter((one) => one.undone === 1 && (!articleId || !one.articleId || one.articleId === articleId))
      .primaryKeys();
    await db.history.bulkDelete(overtaken);
    const tooMany = (await db.history.count()) - HISTORY_STEPS;
    if (tooMany > 0) await db.history.orderBy('seq').limit(tooMany).delete();
    return true;
  }
}

/** Of which steps one is asked for: those of an article, those of marks, or the one with an id. */
export type WhichStep = { articleId?: string | null; step?: string | null; marksAlone?: boolean };

/** The entries that can be undone, the last first; or redone, the one that was undone last first. */
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
      entry.undone === (redo ? 1 : 0) &&
      (step === null || entry.id === step) &&
      (!marksAlone || isAboutMarks(entry)),
  );
  return redo ? own : own.reverse();
}

/** What would be undone and redone next, of an article or of all; null where there is nothing. */
export async function nextSteps(store: Store, which: WhichStep = {}) {
  const db = await store.reading();
  // A database of a version without a history, opened for reading.
  if (!db.tables.some(({ name }) => name === 'history')) return { undo: null, redo: null };
  const [undo = null] = await stepsOf(db, false, which);
  const [redo = null] = await stepsOf(db, true, which);
  return { undo, redo };
}

/** Takes out of the history what would tell of something that is erased. Within a transaction. */
export async function forgetSteps(
  db: Database,
  kind: TrashKind,
  id: string,
  articleId: string | null,
): Promise<void> {
  const own =
    kind === 'article' || articleId
      ? db.history.where('articleId').equals(kind === 'article' ? id : articleId!)
      : db.history.toCollection();
  const names = JSON.stringify(id);
  await own
    .filter((entry) => kind === 'article' || JSON.stringify([entry.undo, entry.redo]).includes(names))
    .delete();
}
