import { useEffect, useRef, useState } from 'preact/hooks';

/** Milliseconds without a key press after which the note is saved. */
const PAUSE = 400;

export type NotePatch = { note: string; noteFrom: string };

type Keeping = {
  /** The note in the database. */
  note: string;
  /**
   * Saves the note. Rejects where this fails. `step`: the id of the change. A change that is repeated with the same id
   * is made only once.
   */
  keep: (patch: NotePatch, step: string) => Promise<unknown>;
  /**
   * Passes the note to the background, which can save it after this page has been closed. Returns a function that
   * withdraws the note from the background.
   */
  keepOnLeave?: (patch: NotePatch, step: string) => (() => void) | undefined;
};

/**
 * A change that is being saved. `back`: the words in the database if the change fails. `takeBack`: functions that
 * withdraw the change from the background.
 */
type Change = { patch: NotePatch; step: string; back: string; takeBack: (() => void)[] };

/**
 * A note while a person types it. Saved when the typing pauses, when the input loses focus, and when the view is
 * hidden, closed or shows another note. If another page of the extension changes the note, the change is shown at once,
 * unless the person is typing here.
 */
export function useTypedNote({ note, keep, keepOnLeave }: Keeping) {
  const [draft, setDraft] = useState(note);
  const now = useRef({ draft: note, from: note, typing: false, keep, keepOnLeave });
  const timer = useRef<ReturnType<typeof setTimeout>>();
  /** The changes that are being saved, oldest first. If the view closes meanwhile, `keepOnLeave` gets them too. */
  const writing = useRef(new Set<Change>());
  /** The changes that failed here. Kept, because the next saved change must withdraw them from the background. */
  const failed = useRef<Change[]>([]);
  /** Whether the note has to be saved again after the change that is being saved. */
  const again = useRef(false);
  now.current.keep = keep;
  now.current.keepOnLeave = keepOnLeave;

  const show = (words: string) => {
    now.current.draft = words;
    setDraft(words);
  };
  const flush = async (leaving = false): Promise<void> => {
    clearTimeout(timer.current);
    // Waits for the previous change, because that may still fail, and this change is an edit of its words.
    if (!leaving && writing.current.size > 0) {
      again.current = true;
      return;
    }
    // Passes the change to the background under the same id. So it is made only once, even if this page and the
    // background both save it.
    const pass = (change: Change) => {
      const takeBack = now.current.keepOnLeave?.(change.patch, change.step);
      if (takeBack) change.takeBack.push(takeBack);
    };
    if (leaving) for (const change of writing.current) pass(change);
    const { draft: words, from } = now.current;
    if (words === from) return;
    const own: Change = {
      patch: { note: words, noteFrom: from },
      step: crypto.randomUUID(),
      back: from,
      takeBack: [],
    };
    now.current.from = words;
    if (leaving) pass(own);
    writing.current.add(own);
    await now.current.keep(own.patch, own.step).then(
      () => {
        // Withdraws the failed changes from the background, because the words saved now include theirs.
        for (const { takeBack } of failed.current.splice(0)) for (const take of takeBack) take();
      },
      () => {
        failed.current.push(own);
        // This change failed. So a later change that edits its words falls back to the same stored note.
        for (const other of writing.current) if (other.patch.noteFrom === words) other.back = own.back;
        if (now.current.from === words) now.current.from = own.back;
      },
    );
    writing.current.delete(own);
    if (!again.current || writing.current.size > 0) return;
    again.current = false;
    await flush();
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
