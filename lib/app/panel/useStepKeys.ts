import { useLayoutEffect, useRef } from 'preact/hooks';
import { redoOfKey } from '../annotator/keys.ts';

/** Handles the keys for undo and redo. Ignores them in an input, where the browser itself undoes what was typed. */
export function useStepKeys(go: (redo: boolean) => void): void {
  const latest = useRef(go);
  latest.current = go;
  // Listens before the first paint, because a person may press a key as soon as the view is visible.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const redo = redoOfKey(event);
      const inField = event.target instanceof Element && event.target.closest('input, textarea, select');
      if (redo === null || (inField && !inField.matches('[type=checkbox]'))) return;
      event.preventDefault();
      latest.current(redo);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
