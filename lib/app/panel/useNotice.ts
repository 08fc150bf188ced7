import { useCallback, useRef, useState } from 'preact/hooks';
import { errorText, t } from '../i18n.ts';
import type { Notify } from './notify.ts';

/**
 * The message that a view shows about the last action, with a function that undoes the action. Each message has a `key`
 * of its own, so that it is shown for its full time.
 */
export type Notice = { key: number; words: string; undo?: () => void };

/** The message about the last action, and functions that show and remove a message. */
export function useNotice(): { notice: Notice | null; notify: Notify; dismiss: () => void } {
  const [notice, setNotice] = useState<Notice | null>(null);
  const last = useRef(0);
  const notify: Notify = useCallback((words, undo) => {
    if (!words) return setNotice((now) => (now?.undo ? now : null));
    last.current += 1;
    const back = () =>
      undo?.().then(
        // The step may have been undone in another view since.
        (undone) => (undone === null ? notify(t('undoneElsewhere')) : setNotice(null)),
        // The user can try a refused undo again, so the message about the failure offers it too.
        (error) => notify(errorText(error), undo),
      );
    setNotice({ key: last.current, words, undo: undo && back });
  }, []);
  return { notice, notify, dismiss: () => setNotice(null) };
}
