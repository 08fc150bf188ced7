import type { UndoState } from '../../messages/schema.ts';

/**
 * Whether changes of a page's marks can be undone or redone. The changes themselves are kept in the database, so that
 * they remain when the page is closed. The page needs this state because it must decide at once whether a key press is
 * for the extension or for the page.
 */
export class History {
  private now: UndoState = { undo: false, redo: false };
  private last: Promise<void> = Promise.resolve();

  /** `step` undoes or redoes one change in the database and on the page, and returns the new state. */
  constructor(private readonly step: (redo: boolean) => Promise<UndoState>) {}

  can = (redo: boolean): boolean => (redo ? this.now.redo : this.now.undo);

  /** Sets the state that the background reports. */
  set(now: UndoState): void {
    this.now = now;
  }

  /**
   * Records a new change, made on this page or in another part of the extension. It can be undone. Changes that were
   * undone before can no longer be redone.
   */
  recordStep(): void {
    this.now = { undo: true, redo: false };
  }

  /**
   * Undoes the last change, or redoes the last undone one. Rejects where the database refuses; the change can then be
   * tried again. Each call waits for the one before it.
   */
  undoOrRedo(redo: boolean): Promise<void> {
    const going = this.last.then(async () => this.set(await this.step(redo)));
    this.last = going.catch(() => {});
    return going;
  }
}
