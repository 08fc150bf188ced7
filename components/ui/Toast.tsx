import './Toast.css';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';

/** Milliseconds after which what was removed is gone from view. */
const REMOVED = 300;
/** Milliseconds for which a sentence stands. */
const READ = 8000;

type Props = { words: string; undo?: () => void; dismiss: () => void };

/** A sentence at the foot of the panel. What asks for nothing goes by itself; what can be undone stays. */
export function Toast({ words, undo, dismiss }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // What had the focus is gone with what was removed: the way back is next.
    const gone = () =>
      document.activeElement === document.body && button.current?.focus({ preventScroll: true });
    const timer = setTimeout(gone, REMOVED);
    const over = undo ? undefined : setTimeout(dismiss, READ);
    return () => {
      clearTimeout(timer);
      clearTimeout(over);
    };
  }, []);
  return (
    <div class="toast" role="status">
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
