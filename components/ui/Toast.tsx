import './Toast.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';

/**
 * Milliseconds to wait before the focus is moved, because a deleted element disappears from the view a little later.
 */
const REMOVED = 300;
/** Milliseconds for which a message without an undo button shows. */
const READ = 8000;
/** Milliseconds for which a message with an undo button shows, so that a person has time to decide. */
const UNDONE = 20_000;

type Props = { words: string; undo?: () => void; dismiss: () => void };

/**
 * A message at the foot of the panel. It disappears by itself, but not while the pointer or the keyboard focus is on
 * it. When the message is gone, the action can still be undone in the history.
 */
export function Toast({ words, undo, dismiss }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const held = pointed || focused;
  useEffect(() => {
    // Moves the focus to the undo button if the deleted element had the focus.
    const gone = () =>
      document.activeElement === document.body && button.current?.focus({ preventScroll: true });
    const timer = setTimeout(gone, REMOVED);
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
