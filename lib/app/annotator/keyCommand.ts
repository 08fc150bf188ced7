import { type Choice, choiceOfKey, isSheetKey, type Key, redoOfKey } from './keys.ts';

/** What the extension shows on the page when a key is pressed. */
export type ToolState = {
  /** Whether words are selected and the toolbar is shown. */
  offers: boolean;
  /** Whether the person is selecting a new place for a mark. Keys then cannot make another mark of the selection. */
  reattaching: boolean;
  /** Whether the toolbar or the card of a mark is shown. */
  shown: boolean;
  last: Choice;
  canUndoOrRedo(redo: boolean): boolean;
};

export type KeyCommand =
  /** `passes`: whether the page gets the key too. */
  | { type: 'close'; passes: boolean }
  | { type: 'sheet' }
  | { type: 'choose'; choice: Choice }
  | { type: 'go'; redo: boolean };

/** The command of a key that was pressed on the page. Null where the key is only for the page. */
export function keyCommand(key: Key & { key: string }, state: ToolState): KeyCommand | null {
  // Escape closes one thing only. If it closes the toolbar or the card, the page does not get the key, so a dialog of
  // the page stays open.
  if (key.key === 'Escape') return { type: 'close', passes: !state.shown };
  if (state.offers && isSheetKey(key)) return { type: 'sheet' };
  const choice = state.offers && !state.reattaching ? choiceOfKey(key, state.last) : null;
  if (choice) return { type: 'choose', choice };
  const redo = redoOfKey(key);
  return redo !== null && state.canUndoOrRedo(redo) ? { type: 'go', redo } : null;
}

const SELECTING = ['Home', 'End', 'PageUp', 'PageDown'];

type ReleasedKey = { key: string; shiftKey: boolean; ctrlKey?: boolean; metaKey?: boolean };

/**
 * Whether the release of this key ends a selection made with the keyboard: Shift with an arrow or the like, or Ctrl+A.
 */
export const endsSelecting = ({ key, shiftKey, ctrlKey, metaKey }: ReleasedKey): boolean =>
  key === 'Shift' ||
  (shiftKey && (key.startsWith('Arrow') || SELECTING.includes(key))) ||
  ((ctrlKey === true || metaKey === true) && key.toLowerCase() === 'a');
