import { FIELDS, isIn, useKeyDown } from './useKeyDown.ts';

/**
 * Calls back when a key asks for the next hit or change (1) or the previous one (-1): N and Shift+N, or F3. Ignores
 * these keys where `isOn` is false.
 */
export function useNextHitKeys(step: (by: 1 | -1) => unknown, isOn = true): void {
  useKeyDown((event) => {
    if (!isOn) return;
    const { code, ctrlKey, metaKey, altKey, shiftKey } = event;
    // Compares the key code, because with a Chinese input method no letters arrive. With selected words, N makes a
    // note.
    const isLetter = code === 'KeyN' && !ctrlKey && !metaKey && !altKey;
    const isFree = !isIn(event, FIELDS) && document.getSelection()?.isCollapsed !== false;
    if (code !== 'F3' && !(isLetter && isFree)) return;
    event.preventDefault();
    step(shiftKey ? -1 : 1);
  });
}
