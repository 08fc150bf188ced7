import { FIELDS, isIn, useKeyDown } from './useKeyDown.ts';

/** Form fields and dialogs. A key pressed in one of them does not move to another article. */
const TAKES_KEYS = `${FIELDS}, dialog`;
/** Where the left and right arrow keys have a use of their own: tabs, and wide tables that scroll. */
const TAKES_ARROWS = '[role=tablist], table, audio, video';

/**
 * Which arrow keys move to another article. `in`: up and down, while nothing has the focus, or an element within this
 * selector has it. `sideways`: left and right, because up and down scroll the open article.
 */
export type Arrows = { in: string } | 'sideways';

/** Calls back when Escape is pressed outside form fields and dialogs, which have a use of their own for it. */
export function useEscape(leave: (() => void) | undefined): void {
  useKeyDown((event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    if (!isIn(event, TAKES_KEYS)) leave?.();
  });
}

/** The steps of the keys that work everywhere, and of the arrow keys, by key code. */
const EVERYWHERE: Readonly<Record<string, 1 | -1>> = { KeyJ: 1, KeyK: -1 };
const SIDEWAYS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowLeft: -1 };
const UP_AND_DOWN: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

/** The step that an arrow key asks for: 1 for the next article, -1 for the previous one, undefined for none. */
function arrowStep(event: KeyboardEvent, arrows: Arrows): 1 | -1 | undefined {
  if (!(event.target instanceof Element)) return undefined;
  if (arrows === 'sideways') return isIn(event, TAKES_ARROWS) ? undefined : SIDEWAYS[event.code];
  return event.target === document.body || isIn(event, arrows.in) ? UP_AND_DOWN[event.code] : undefined;
}

/**
 * Calls back when a key asks for the next article (1) or the previous one (-1). J and K work everywhere, and arrow keys
 * where `arrows` says.
 */
export function useNextKeys(go: (by: 1 | -1) => void, arrows: Arrows): void {
  useKeyDown((event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (isIn(event, TAKES_KEYS)) return;
    // Compares key codes, because with a Chinese input method no letters arrive.
    const step = EVERYWHERE[event.code] ?? arrowStep(event, arrows);
    if (step === undefined) return;
    event.preventDefault();
    go(step);
  });
}
