import { useCallback, useRef, useState } from 'preact/hooks';
import { errorText } from '../i18n.ts';
import type { Notify } from './notify.ts';

/** The sentence that a view shows about the last action, with its undo. `key` differs for each sentence. */
export type Notice = { key: number; words: string; undo?: () => void };

/** The sentence about the last action, and the functions that show and remove it. */
export function useNotice(): { notice: Notice | null; notify: Notify; dismiss: () => void } {
  const [notice, setNotice] = useState<Notice | null>(null);
  const last = useRef(0);
  const notify: Notify = useCallback((words, undo) => {
    if (!words) return setNotice((now) => (now?.undo ? now : null));
    last.current += 1;
    const back = () =>
      undo?.().then(
        () => setNotice(null),
        // A refused undo can be repeated, so the button is offered again beside the reason.
        (error) => notify(errorText(error), undo),
      );
    setNotice({ key: last.current, words, undo: undo && back });
  }, []);
  return { notice, notify, dismiss: () => setNotice(null) };
}
