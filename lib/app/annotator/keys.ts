import { Color } from '../../annotation/schema.ts';
import type { MessageKey } from '../../messageKey.ts';
import type { MarkAction } from '../../messages/schema.ts';

/** What to do with a selection: an action, and the colour of the mark. */
export type Choice = { action: MarkAction; color: Color };

/**
 * Keys that work while the toolbar is shown. Compared by key code, because with a Chinese input method no letters
 * arrive.
 */
const ACTIONS: [code: string, MarkAction][] = [
  ['KeyN', 'note'],
  ['KeyT', 'tag'],
  ['KeyR', 'task'],
  ['KeyC', 'cite'],
];
/** The digits 1 to 9 choose the first nine colours. A tenth colour would have no key. */
const COLOURS = Color.options.slice(0, 9).map((color, i): [string, Color] => [`Digit${i + 1}`, color]);
/** The key that repeats the last choice: the full stop, as in vi. */
const REPEAT = 'Period';

export type Key = { code: string; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean; altKey: boolean };

/**
 * Whether a key opens the list of keyboard shortcuts: the question mark. While an input method is active, only the key
 * code identifies this key.
 */
export const isSheetKey = ({
  key,
  code,
  shiftKey,
  ctrlKey,
  metaKey,
  altKey,
}: Key & { key: string }): boolean =>
  !ctrlKey && !metaKey && !altKey && (key === '?' || key === '？' || (code === 'Slash' && shiftKey));

/** Whether a key redoes (true: Ctrl+Shift+Z, Ctrl+Y) or undoes (false: Ctrl+Z); null for any other key. */
export function redoOfKey({ code, ctrlKey, metaKey, shiftKey }: Key): boolean | null {
  if (code === 'KeyZ' && (ctrlKey || metaKey)) return shiftKey;
  return code === 'KeyY' && ctrlKey ? true : null;
}

/** The action that a pressed key stands for. Null where it stands for none, or is part of a browser shortcut. */
export function choiceOfKey(key: Omit<Key, 'shiftKey'>, last: Choice): Choice | null {
  if (key.ctrlKey || key.metaKey || key.altKey) return null;
  if (key.code === REPEAT) return last;
  const color = COLOURS.find(([code]) => code === key.code)?.[1];
  if (color) return { action: 'highlight', color };
  const action = ACTIONS.find(([code]) => code === key.code)?.[1];
  return action ? { action, color: last.color } : null;
}

/** The key of an action as tooltips show it: `N` for a note, `1` for the first colour. */
export const keyLabel = (choice: { action: MarkAction; color?: Color }): string =>
  (choice.action === 'highlight'
    ? COLOURS.find(([, color]) => color === choice.color)
    : ACTIONS.find(([, action]) => action === choice.action))?.[0].replace(/^(Key|Digit)/, '') ?? '';

/** An action and its keys. The first item is the message that names what the keys do. */
export type KeyHelp = [label: MessageKey, ...keys: string[]];

/**
 * The keys that work on a page, in the order of the displayed list, by when they work. The first item of each group is
 * the message that says when.
 */
export const PAGE_KEYS: [when: MessageKey, KeyHelp[]][] = [
  [
    'keysOnSelection',
    [
      ['keyColours', ...COLOURS.map(([code]) => code.replace('Digit', ''))],
      ['page_note', keyLabel({ action: 'note' })],
      ['page_tag', keyLabel({ action: 'tag' })],
      ['page_task', keyLabel({ action: 'task' })],
      ['page_cite', keyLabel({ action: 'cite' })],
      ['keyRepeat', '.'],
    ],
  ],
  [
    'keysInCard',
    [
      ['keyStep', '↑', '↓'],
      ['keyEnd', 'Shift+←', 'Shift+→'],
      ['keyStart', 'Alt+Shift+←', 'Alt+Shift+→'],
      ['keyJoin', 'J'],
    ],
  ],
  [
    'keysAlways',
    [
      ['keyUndo', 'Ctrl+Z'],
      ['keyRedo', 'Ctrl+Shift+Z'],
      ['keyClose', 'Esc'],
      ['keySheet', '?'],
    ],
  ],
];
