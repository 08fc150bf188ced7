import type { Annotation } from '../../annotation/schema.ts';

/** One action on a mark: how it was before and after; null where there was none, or is none any more. */
type Change = { key: string; id: string; before: Annotation | null; after: Annotation | null };

/** What was done on a page, to be taken back and done again. */
export class History {
  private done: Change[] = [];
  private undone: Change[] = [];

  /** `put` makes a mark be as it was; given null it takes the mark away. */
  constructor(private readonly put: (id: string, annotation: Annotation | null) => Promise<unknown>) {}

  /** Takes in what was done. Of one key after another they are one: a note is typed letter after letter. */
  add(id: string, before: Annotation | null, after: Annotation | null, key = ''): void {
    this.undone = [];
    const last = this.done.at(-1);
    if (key && last?.key === key && last.id === id) last.after = after;
    else this.done.push({ key, id, before, after });
  }

  can = (again: boolean): boolean => (again ? this.undone : this.done).length > 0;

  /** Takes back the last action, or does again what was taken back last. */
  async go(again: boolean): Promise<void> {
    const change = (again ? this.undone : this.done).pop();
    if (!change) return;
    await this.put(change.id, again ? change.after : change.before);
    (again ? this.done : this.undone).push(change);
  }
}
