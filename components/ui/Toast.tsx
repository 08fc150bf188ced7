import './Toast.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';

/**
 * Milliseconds to wait before the focus is moved, because a deleted element disappears from the view a little later.
 */
const REMOVED = 300;

/** The element that had the focus last. */
let focusedLast: EventTarget | null = null;
addEventListener(
  'focusin',
  ({ target }) => {
    focusedLast = target;
  },
  true,
);

/** Whether the focus is lost because the pressed button has disappeared from the view. */
const hasLostFocus = (): boolean =>
  document.activeElement === document.body &&
  focusedLast instanceof HTMLButtonElement &&
  !focusedLast.isConnected;

/** Milliseconds for which a message without an undo button shows. */
const READ = 8000;
/** Milliseconds for which a message with an undo button shows, so that a person has time to decide. */
const UNDONE = 20_000;

type Props = { words: string; undo?: () => void; dismiss: () => void };

/**
 * A message at the foot of the panel. It disappears by itself, but not while the pointer or the keyboard focus is on
 * it. It takes the focus only from a button that has disappeared, because the person may be typing the next thing. When
 * the message is gone, the action can still be undone in the history.
 */
export function Toast({ words, undo, dismiss }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const held = pointed || focused;
  useEffect(() => {
    const timer = setTimeout(() => hasLostFocus() && button.current?.focus({ preventScroll: true }), REMOVED);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (held) return;
    const over = setTimeout(dismiss, undo ? UNDONE : READ);
    return () => clearTimeout(over);
  }, [held]);
  return (
    <div
      class="toast"
      role="status"
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocusIn={({ currentTarget }) => setFocused(currentTarget.querySelector(':focus-visible') !== null)}
      onFocusOut={() => setFocused(false)}
    >
      <span class="space">{words}</span>
      {undo && (
        <button type="button" ref={button} data-testid="undo" onClick={undo}>
          {t('undo')}
        </button>
      )}
      <button type="button" onClick={dismiss}>
        {t('dismiss')}
      </button>
    </div>
  );
}
