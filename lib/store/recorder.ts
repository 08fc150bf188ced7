import { Dexie } from 'dexie';
import type { Outcome } from '../record/change.ts';
import { HISTORY_STEPS, type HistoryEntry, joinedTyping, type Step } from '../record/history.ts';
import type { TrashKind } from '../record/trash.ts';
import type { Database } from './database.ts';
import { BY_STATE, entriesOf } from './history.ts';
import type { Work } from './work.ts';

// Writes the history. It is apart from history.ts, because the list reads the history before anything is written.

/**
 * Collects, for all changes of one write, the changes that undo and redo them. Together they become one step of the
 * history, which the person can undo at once.
 */
export class Recorder {
  private readonly undo: Step[] = [];
  private readonly redo: Step[] = [];
  private readonly articleIds = new Set<string | null>();
  private readonly labels = new Set<string>();
  private type = '';

  take(type: string, { undoRedo }: Work, { articleId }: Outcome): void {
    if (!undoRedo) return;
    this.undo.unshift(undoRedo.undo);
    this.redo.push(undoRedo.redo);
    this.articleIds.add(articleId);
    if (undoRedo.label) this.labels.add(undoRedo.label);
    this.type ||= type;
  }

  /** Names what was changed. Several tags are all named, because each of them is on every article of the step. */
  private labelOf(): string {
    const [first = '', ...others] = this.labels;
    return this.type.endsWith('Tag') ? [first, ...others].join('、') : first;
  }

  /** Adds the step to the history, in the same transaction as the write. */
  async enter(db: Database, id: string, seq: number, at: string): Promise<boolean> {
    if (this.undo.length === 0) return false;
    const [articleId = null] = this.articleIds.size === 1 ? this.articleIds : [];
    const { type, undo, redo } = this;
    const articles = [...this.articleIds].filter(Boolean).length;
    const label = this.labelOf();
    const entry: HistoryEntry = { id, seq, at, articleId, type, label, articles, undone: 0, undo, redo };
    const [begun] = entriesOf(await db.history.where('id').equals(id).toArray());
    if (begun?.undone === 0) {
      const all = { undo: [...undo, ...begun.undo], redo: [...begun.redo, ...redo] };
      // Each part of a write of many articles is about other ones.
      await db.history.put({ ...begun, ...all, seq, articleId: null, articles: begun.articles + articles });
      return true;
    }
    const [last] = entriesOf(await db.history.orderBy('seq').reverse().limit(1).toArray());
    await db.history.put(joinedTyping(last ?? null, entry) ?? entry);
    // After a new change, the undone steps of the same article can no longer be redone, and those of others only from
    // their own articles.
    const undone = entriesOf(
      await db.history.where(BY_STATE).between([1, Dexie.minKey], [2, Dexie.maxKey]).toArray(),
    );
    const isOwn = (one: HistoryEntry) => !articleId || !one.articleId || one.articleId === articleId;
    await db.history.bulkDelete(undone.filter(isOwn).map(({ id }) => id));
    await db.history.bulkPut(undone.filter((one) => !isOwn(one)).map((one) => ({ ...one, undone: 2 })));
    const tooMany = (await db.history.count()) - HISTORY_STEPS;
    if (tooMany > 0) await db.history.orderBy('seq').limit(tooMany).delete();
    return true;
  }
}

/** Deletes the steps of the history that concern something erased for good. The caller has opened the transaction. */
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
