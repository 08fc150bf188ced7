import type { Annotation } from '../../annotation/schema.ts';

/** One action on a mark: how it was before and after; null where there was none, or is none any more. */
type Change = { key: string; id: string; before: Annotation | null; after: Annotation | null };

/** What was done on a page, to be undone and redone. */
export class History {
  private done: Change[] = [];
  private undone: Change[] = [];
  private last: Promise<void> = Promise.resolve();

  /** `put` makes a mark be as it was; given null it takes the mark away. */
  constructor(private readonly put: (id: string, annotation: Annotation | null) => Promise<unknown>) {}

  /** Takes in what was done. Of one key after another they are one: a note is typed letter after letter. */
  add(id: string, before: Annotation | null, after: Annotation | null, key = ''): void {
    this.undone = [];
    const last = this.done.at(-1);
    if (key && last?.key === key && last.id === id) last.after = after;
    else this.done.push({ key, id, before, after });
  }

  can = (redo: boolean): boolean => (redo ? this.undone : this.done).length > 0;

  /**
   * Undoes the last action, or redoes what was undone last. Rejects where the write fails; the action then stays where
   * it is and can be tried again. A call waits for the one before it: two at once would undo one action twice.
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
    // Not the last any more where something was done meanwhile.
    const at = from.indexOf(change);
    if (at >= 0) from.splice(at, 1);
    (redo ? this.done : this.undone).push(change);
  }
}
