import { useEffect, useRef } from 'preact/hooks';

/**
 * Calls back when a key asks for the next hit or change (1) or the previous one (-1): N and Shift+N, or F3. Does not
 * listen where `isOn` is false.
 */
export function useNextHitKeys(step: (by: 1 | -1) => unknown, isOn = true): void {
  const latest = useRef(step);
  latest.current = step;
  useEffect(() => {
    if (!isOn) return;
    const onKey = (event: KeyboardEvent) => {
      const { code, ctrlKey, metaKey, altKey, shiftKey, target } = event;
      const inField =
        target instanceof Element && target.closest('input:not([type=checkbox]), textarea, select');
      // Compares the key code, because with a Chinese input method no letters arrive. With selected words, N makes a
      // note.
      const isLetter = code === 'KeyN' && !ctrlKey && !metaKey && !altKey;
      const isFree = !inField && document.getSelection()?.isCollapsed !== false;
      if (code !== 'F3' && !(isLetter && isFree)) return;
      event.preventDefault();
      latest.current(shiftKey ? -1 : 1);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [isOn]);
}
