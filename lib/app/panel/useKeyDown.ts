import { useLayoutEffect, useRef } from 'preact/hooks';

/** Form fields in which a person types or chooses. A checkbox is none, because it takes no letters. */
export const FIELDS = 'input:not([type=checkbox]), textarea, select';

/** Whether a key was pressed in an element within this selector. */
export const isIn = ({ target }: Event, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null;

/** Calls back for each key that is pressed in the view. */
export function useKeyDown(onKey: (event: KeyboardEvent) => void): void {
  const latest = useRef(onKey);
  latest.current = onKey;
  // Listens before the first paint, because a person may press a key as soon as the view is visible.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => latest.current(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}
