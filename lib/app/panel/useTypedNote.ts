import { useEffect, useRef, useState } from 'preact/hooks';

/** Milliseconds without a letter after which what was typed is written. */
const PAUSE = 400;

export type NotePatch = { note: string; noteFrom: string };

type Keeping = {
  /** The note as it is kept now. */
  note: string;
  /** Writes it. Rejects where it was not kept. `step`: by which a write that is repeated is known. */
  keep: (patch: NotePatch, step: string) => Promise<unknown>;
  /** Has it written by a context that outlives this view. */
  keepLeaving?: (patch: NotePatch, step: string) => unknown;
};

/**
 * A note while it is typed: written when the typing pauses, when the field is left, and when the view is hidden, closed
 * or shows something else. What is kept meanwhile by another view shows, but not in a field in which somebody types.
 */
export function useTypedNote({ note, keep, keepLeaving }: Keeping) {
  const [draft, setDraft] = useState(note);
  const now = useRef({ draft: note, from: note, typing: false, keep, keepLeaving });
  const timer = useRef<ReturnType<typeof setTimeout>>();
  /** What is being written: a view that closes meanwhile takes its write with it. */
  const writing = useRef<{ patch: NotePatch; step: string } | null>(null);
  now.current.keep = keep;
  now.current.keepLeaving = keepLeaving;

  const show = (words: string) => {
    now.current.draft = words;
    setDraft(words);
  };
  const flush = async (leaving = false): Promise<void> => {
    clearTimeout(timer.current);
    const { draft: words, from } = now.current;
    // The step is the same, so that what is written twice is done once.
    if (leaving && writing.current) now.current.keepLeaving?.(writing.current.patch, writing.current.step);
    if (words === from) return;
    const patch = { note: words, noteFrom: from };
    const step = crypto.randomUUID();
    now.current.from = words;
    if (leaving) now.current.keepLeaving?.(patch, step);
    const own = { patch, step };
    writing.current = own;
    await now.current.keep(patch, step).catch(() => {
      // Not kept: the next write is still one over what is.
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
