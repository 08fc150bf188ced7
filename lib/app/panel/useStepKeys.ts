import { redoOfKey } from '../annotator/keys.ts';
import { FIELDS, isIn, useKeyDown } from './useKeyDown.ts';

/** Handles the keys for undo and redo. Ignores them in an input, where the browser itself undoes what was typed. */
export function useStepKeys(go: (redo: boolean) => void): void {
  useKeyDown((event) => {
    const redo = redoOfKey(event);
    if (redo === null || isIn(event, FIELDS)) return;
    event.preventDefault();
    go(redo);
  });
}
