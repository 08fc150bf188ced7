import { useLayoutEffect, useRef } from 'preact/hooks';

/** Elements in which a person types, and dialogs. They keep the keys for themselves. */
const TAKES_KEYS = 'input:not([type=checkbox]), textarea, select, dialog';

/**
 * Calls back for the keys of the next article (1) and of the previous one (-1). J and K work everywhere, the arrow keys
 * where nothing has the focus, or where an element in `arrowsIn` (a selector) has it.
 */
export function useNextKeys(go: (by: 1 | -1) => void, arrowsIn?: string): void {
  const latest = useRef(go);
  latest.current = go;
  // Before the first paint: a quick person presses a key as soon as the view shows.
  useLayoutEffect(() => {
    const stepOf = ({ code, target }: KeyboardEvent): 1 | -1 | null => {
      // Key codes are used, because letters never arrive while a Chinese input method is on.
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
