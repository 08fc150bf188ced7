import './Toast.css';
import { useEffect, useState } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';

/** Milliseconds for which a message without an undo button shows. */
const READ = 8000;
/** Milliseconds for which a message with an undo button shows, so that a person has time to decide. */
const UNDONE = 20_000;

type Props = { words: string; undo?: () => void; dismiss: () => void };

/**
 * A message at the foot of the panel. It disappears by itself, but not while the pointer or the keyboard focus is on
 * it. It never takes the focus, because the person may be typing the next thing. When the message is gone, the action
 * can still be undone in the history.
 */
export function Toast({ words, undo, dismiss }: Props) {
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const held = pointed || focused;
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
        <button type="button" data-testid="undo" onClick={undo}>
          {t('undo')}
        </button>
      )}
      <button type="button" onClick={dismiss}>
        {t('dismiss')}
      </button>
    </div>
  );
}
