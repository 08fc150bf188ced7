import { useLayoutEffect, useRef } from 'preact/hooks';

/** Form fields and dialogs. A key pressed in one of them does not move to another article. */
const TAKES_KEYS = 'input:not([type=checkbox]), textarea, select, dialog';

/**
 * Calls back when a key asks for the next article (1) or the previous one (-1). J and K work everywhere. Arrow keys
 * work only where nothing has the focus, or an element within `arrowsIn` (a selector).
 */
export function useNextKeys(go: (by: 1 | -1) => void, arrowsIn?: string): void {
  const latest = useRef(go);
  latest.current = go;
  // Listens before the first paint, because a person may press a key as soon as the view is visible.
  useLayoutEffect(() => {
    const stepOf = ({ code, target }: KeyboardEvent): 1 | -1 | null => {
      // Compares key codes, because with a Chinese input method no letters arrive.
      if (code === 'KeyJ') return 1;
      if (code === 'KeyK') return -1;
      if (!arrowsIn || !(target instanceof Element)) return null;
      if (target !== document.body && !target.closest(arrowsIn)) return null;
      return code === 'ArrowDown' ? 1 : code === 'ArrowUp' ? -1 : null;
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (event.target instanceof Element && event.target.closest(TAKES_KEYS)) return;
      const step = stepOf(event);
      if (step === null) return;
      event.preventDefault();
      latest.current(step);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [arrowsIn]);
}
