import { type Choice, choiceOfKey, type Key, redoOfKey } from './keys.ts';

/** What the tools show and can do when a key is pressed. */
export type ToolState = {
  /** Words are selected, and the toolbar offers what can be made of them. */
  offers: boolean;
  /** The next selection is the new place of a mark: then no key makes anything else of it. */
  reattaching: boolean;
  /** The toolbar or the card of a mark is shown. */
  shown: boolean;
  last: Choice;
  canGo(redo: boolean): boolean;
};

export type KeyCommand =
  /** `passes`: the page gets the key too. */
  { type: 'close'; passes: boolean } | { type: 'choose'; choice: Choice } | { type: 'go'; redo: boolean };

/** What a key pressed in the page means to the tools; null where it is the page's alone. */
export function keyCommand(key: Key & { key: string }, state: ToolState): KeyCommand | null {
  // One Escape closes one thing: not the page's dialog too, in which the words may stand.
  if (key.key === 'Escape') return { type: 'close', passes: !state.shown };
  const choice = state.offers && !state.reattaching ? choiceOfKey(key, state.last) : null;
  if (choice) return { type: 'choose', choice };
  const redo = redoOfKey(key);
  return redo !== null && state.canGo(redo) ? { type: 'go', redo } : null;
}

const SELECTING = ['Home', 'End', 'PageUp', 'PageDown'];

type ReleasedKey = { key: string; shiftKey: boolean; ctrlKey?: boolean; metaKey?: boolean };

/** Whether the release of a key ends a selection made with the keyboard: Shift with arrows and the like, or select all. */
export const endsSelecting = ({ key, shiftKey, ctrlKey, metaKey }: ReleasedKey): boolean =>
  key === 'Shift' ||
  (shiftKey && (key.startsWith('Arrow') || SELECTING.includes(key))) ||
  ((ctrlKey === true || metaKey === true) && key.toLowerCase() === 'a');
