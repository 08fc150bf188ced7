import './Toast.css';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';

/** Milliseconds until a deleted element has disappeared from the view. */
const REMOVED = 300;
/** Milliseconds for which a message shows. */
const READ = 8000;

type Props = { words: string; undo?: () => void; dismiss: () => void };

/** A message at the foot of the panel. Disappears by itself, except where its action can be undone. */
export function Toast({ words, undo, dismiss }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The deleted element had the focus, so the undo button takes it.
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
