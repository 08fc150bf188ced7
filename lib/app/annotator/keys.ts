import { Color } from '../../annotation/schema.ts';
import type { MarkAction } from '../../messages/schema.ts';

/** What is done with a selection: an action, and the colour of a highlight. */
export type Choice = { action: MarkAction; color: Color };

/** Keys while the toolbar shows. Codes and not letters: with a Chinese input method on, letters never arrive. */
const ACTIONS: [code: string, MarkAction][] = [
  ['KeyN', 'note'],
  ['KeyT', 'tag'],
  ['KeyR', 'task'],
  ['KeyC', 'cite'],
];
/** There are nine digits: a tenth colour is chosen with the pointer alone. */
const COLOURS = Color.options.slice(0, 9).map((color, i): [string, Color] => [`Digit${i + 1}`, color]);
/** Repeats the last choice, as in vi. */
const REPEAT = 'Period';

export type Key = { code: string; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean; altKey: boolean };

/** Whether a key redoes (true: Ctrl+Shift+Z, Ctrl+Y) or undoes (false: Ctrl+Z); null where neither. */
export function redoOfKey({ code, ctrlKey, metaKey, shiftKey }: Key): boolean | null {
  if (code === 'KeyZ' && (ctrlKey || metaKey)) return shiftKey;
  return code === 'KeyY' && ctrlKey ? true : null;
}

/** The choice that a key stands for; null where it is none, or part of a shortcut of the browser. */
export function choiceOfKey(key: Omit<Key, 'shiftKey'>, last: Choice): Choice | null {
  if (key.ctrlKey || key.metaKey || key.altKey) return null;
  if (key.code === REPEAT) return last;
  const color = COLOURS.find(([code]) => code === key.code)?.[1];
  if (color) return { action: 'highlight', color };
  const action = ACTIONS.find(([code]) => code === key.code)?.[1];
  return action ? { action, color: last.color } : null;
}

/** The key of a choice as a tooltip shows it. */
export const keyLabel = (choice: { action: MarkAction; color?: Color }): string =>
  (choice.action === 'highlight'
    ? COLOURS.find(([, color]) => color === choice.color)
    : ACTIONS.find(([, action]) => action === choice.action))?.[0].replace(/^(Key|Digit)/, '') ?? '';
