import { useEffect, useRef, useState } from 'preact/hooks';

/** Milliseconds without a key press after which the note is written. */
const PAUSE = 400;

export type NotePatch = { note: string; noteFrom: string };

type Keeping = {
  /** The note as stored. */
  note: string;
  /** Writes the note. Rejects where the write fails. `step`: the id of the write, so that a repeated one is done once. */
  keep: (patch: NotePatch, step: string) => Promise<unknown>;
  /** Lets a context that outlives this view write the note. */
  keepOnLeave?: (patch: NotePatch, step: string) => unknown;
};

/**
 * A note while it is typed. The note is written when the typing pauses, when the field loses focus, and when the view is
 * hidden, closed or shows another note. A change by another view shows at once, except in a field that is being typed
 * in.
 */
export function useTypedNote({ note, keep, keepOnLeave }: Keeping) {
  const [draft, setDraft] = useState(note);
  const now = useRef({ draft: note, from: note, typing: false, keep, keepOnLeave });
  const timer = useRef<ReturnType<typeof setTimeout>>();
  /** The write in progress. A view that closes meanwhile hands this write to `keepOnLeave`. */
  const writing = useRef<{ patch: NotePatch; step: string } | null>(null);
  now.current.keep = keep;
  now.current.keepOnLeave = keepOnLeave;

  const show = (words: string) => {
    now.current.draft = words;
    setDraft(words);
  };
  const flush = async (leaving = false): Promise<void> => {
    clearTimeout(timer.current);
    const { draft: words, from } = now.current;
    // Uses the same step, so that a note written twice counts once.
    if (leaving && writing.current) now.current.keepOnLeave?.(writing.current.patch, writing.current.step);
    if (words === from) return;
    const patch = { note: words, noteFrom: from };
    const step = crypto.randomUUID();
    now.current.from = words;
    if (leaving) now.current.keepOnLeave?.(patch, step);
    const own = { patch, step };
    writing.current = own;
    await now.current.keep(patch, step).catch(() => {
      // The write failed, so the next write still starts from the stored note.
      if (now.current.from === words) now.current.from = from;
    });
    if (writing.current === own) writing.current = null;
  };
  useEffect(() => {
    const { draft: words, from, typing } = now.current;
    if (typing || words !== from) return;
    now.current.from = note;
    show(note);
  }, [note]);
  useEffect(() => {
    const hidden = () => document.visibilityState === 'hidden' && void flush(true);
    const leave = () => void flush(true);
    document.addEventListener('visibilitychange', hidden);
    addEventListener('pagehide', leave);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  return {
    draft,
    type: (words: string) => {
      show(words);
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, PAUSE);
    },
    begin: () => {
      now.current.typing = true;
    },
    end: () => {
      now.current.typing = false;
      void flush();
    },
  };
}
