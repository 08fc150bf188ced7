import type { UndoState } from '../../messages/schema.ts';

/**
 * What can be undone and redone of a page's marks. The steps themselves are in the collection, so that they outlive the
 * page; here is only whether there are any, because a key is taken or left at once.
 */
export class History {
  private now: UndoState = { undo: false, redo: false };
  private last: Promise<void> = Promise.resolve();

  /** `step` undoes or redoes in the collection and on the page, and says what can be done then. */
  constructor(private readonly step: (redo: boolean) => Promise<UndoState>) {}

  can = (redo: boolean): boolean => (redo ? this.now.redo : this.now.undo);

  /** Takes in what the collection says. */
  set(now: UndoState): void {
    this.now = now;
  }

  /** Something was done, here or in another view: it can be undone, and what was undone before is past. */
  recordStep(): void {
    this.now = { undo: true, redo: false };
  }

  /**
   * Undoes the last step, or redoes what was undone last. Rejects where the write is refused; the step then stays and
   * can be tried again. A call waits for the one before it.
   */
  undoOrRedo(redo: boolean): Promise<void> {
    const going = this.last.then(async () => this.set(await this.step(redo)));
    this.last = going.catch(() => {});
    return going;
  }
}
