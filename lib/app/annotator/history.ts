import type { UndoState } from '../../messages/schema.ts';

/**
 * Whether changes of a page's marks can be undone or redone. The steps themselves are in the collection, so that they
 * outlive the page. The page keeps this state because a key press must be taken or passed on at once.
 */
export class History {
  private now: UndoState = { undo: false, redo: false };
  private last: Promise<void> = Promise.resolve();

  /** `step` undoes or redoes in the collection and on the page, and returns the new state. */
  constructor(private readonly step: (redo: boolean) => Promise<UndoState>) {}

  can = (redo: boolean): boolean => (redo ? this.now.redo : this.now.undo);

  /** Sets the state that the collection reports. */
  set(now: UndoState): void {
    this.now = now;
  }

  /** Records a new change, here or in another view. It can be undone, and undone changes can no longer be redone. */
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
