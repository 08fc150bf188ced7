import { useLayoutEffect, useRef } from 'preact/hooks';

/** Form fields and dialogs. A key pressed in one of them does not move to another article. */
const TAKES_KEYS = 'input:not([type=checkbox]), textarea, select, dialog';
/** Where the left and right arrow keys have a use of their own: tabs, and wide tables that scroll. */
const TAKES_ARROWS = '[role=tablist], table, audio, video';

/**
 * Which arrow keys move to another article. `in`: up and down, while nothing has the focus, or an element within this
 * selector has it. `sideways`: left and right, because up and down scroll the open article.
 */
export type Arrows = { in: string } | 'sideways';

/** Calls back when Escape is pressed outside form fields and dialogs, which have a use of their own for it. */
export function useEscape(leave: (() => void) | undefined): void {
  const latest = useRef(leave);
  latest.current = leave;
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      if (event.target instanceof Element && event.target.closest(TAKES_KEYS)) return;
      latest.current?.();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

/**
 * Calls back when a key asks for the next article (1) or the previous one (-1). J and K work everywhere, and arrow keys
 * where `arrows` says.
 */
export function useNextKeys(go: (by: 1 | -1) => void, arrows: Arrows): void {
  const latest = useRef({ go, arrows });
  latest.current = { go, arrows };
  // Listens before the first paint, because a person may press a key as soon as the view is visible.
  useLayoutEffect(() => {
    const stepOf = ({ code, target }: KeyboardEvent): 1 | -1 | null => {
      // Compares key codes, because with a Chinese input method no letters arrive.
      if (code === 'KeyJ') return 1;
      if (code === 'KeyK') return -1;
      if (!(target instanceof Element)) return null;
      if (latest.current.arrows === 'sideways')
        return target.closest(TAKES_ARROWS)
          ? null
          : code === 'ArrowRight'
            ? 1
            : code === 'ArrowLeft'
              ? -1
              : null;
      if (target !== document.body && !target.closest(latest.current.arrows.in)) return null;
      return code === 'ArrowDown' ? 1 : code === 'ArrowUp' ? -1 : null;
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (event.target instanceof Element && event.target.closest(TAKES_KEYS)) return;
      const step = stepOf(event);
      if (step === null) return;
      event.preventDefault();
      latest.current.go(step);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
