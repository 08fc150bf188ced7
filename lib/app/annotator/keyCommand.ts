import { type Choice, choiceOfKey, isSheetKey, type Key, redoOfKey } from './keys.ts';

/** What the tools on the page show when a key is pressed. */
export type ToolState = {
  /** Whether words are selected and the toolbar shows. */
  offers: boolean;
  /** Whether the next selection becomes the new place of a mark. Keys then do nothing else with a selection. */
  reattaching: boolean;
  /** Whether the toolbar or the card of a mark shows. */
  shown: boolean;
  last: Choice;
  canUndoOrRedo(redo: boolean): boolean;
};

export type KeyCommand =
  /** `passes`: whether the page receives the key too. */
  | { type: 'close'; passes: boolean }
  | { type: 'sheet' }
  | { type: 'choose'; choice: Choice }
  | { type: 'go'; redo: boolean };

/** The command of a key pressed on the page; null where the key is for the page only. */
export function keyCommand(key: Key & { key: string }, state: ToolState): KeyCommand | null {
  // One press of Escape closes one thing, so that the page's own dialog around the words stays open.
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
 * Whether releasing this key ends a selection made with the keyboard: Shift with arrows and the like, or select all.
 */
export const endsSelecting = ({ key, shiftKey, ctrlKey, metaKey }: ReleasedKey): boolean =>
  key === 'Shift' ||
  (shiftKey && (key.startsWith('Arrow') || SELECTING.includes(key))) ||
  ((ctrlKey === true || metaKey === true) && key.toLowerCase() === 'a');
