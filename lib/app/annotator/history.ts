import type { Annotation } from '../../annotation/schema.ts';

/** One action on a mark, with the mark before and after; null where there was none or is none any more. */
type Change = { key: string; id: string; before: Annotation | null; after: Annotation | null };

/** The actions on a page, to be undone and redone. */
export class History {
  private done: Change[] = [];
  private undone: Change[] = [];
  private last: Promise<void> = Promise.resolve();

  /** `put` sets a mark to a state; for null it deletes the mark. */
  constructor(private readonly put: (id: string, annotation: Annotation | null) => Promise<unknown>) {}

  /**
   * Records an action. Consecutive actions with the same key become one, because a note is saved letter after letter.
   */
  add(id: string, before: Annotation | null, after: Annotation | null, key = ''): void {
    this.undone = [];
    const last = this.done.at(-1);
    if (key && last?.key === key && last.id === id) last.after = after;
    else this.done.push({ key, id, before, after });
  }

  can = (redo: boolean): boolean => (redo ? this.undone : this.done).length > 0;

  /**
   * Undoes the last action, or redoes the one undone last. Rejects where the write fails; the action then stays and
   * can be tried again. Calls run one after another: two at once would undo the same action twice.
   */
  go(redo: boolean): Promise<void> {
    const going = this.last.then(() => this.step(redo));
    this.last = going.catch(() => {});
    return going;
  }

  private async step(redo: boolean): Promise<void> {
    const from = redo ? this.undone : this.done;
    const change = from.at(-1);
    if (!change) return;
    await this.put(change.id, redo ? change.after : change.before);
    // Another action may have been recorded during the write, so this one need not be the last.
    const at = from.indexOf(change);
    if (at >= 0) from.splice(at, 1);
    (redo ? this.done : this.undone).push(change);
  }
}
