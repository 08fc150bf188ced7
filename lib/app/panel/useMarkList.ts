import { useRef, useState } from 'preact/hooks';
import type { Store } from '../../store/index.ts';
import type { AskedMarks } from './marksView.ts';

/** The number of rows of the list of all marks at first, and added by each press on “more”. */
const PAGE = 50;
/** So near to the end of the list, more rows are read when a row gets the focus. */
const NEAR_END = 10;
const EVERYTHING: AskedMarks = { color: null, tag: '', from: '', to: '' };

/** A mark of the list, and the article in which it is opened. */
type Listed = { id: string; articleId: string };
type Rows = { rows: Listed[]; more: boolean };

/**
 * The state of the list of all marks, which stays while an article is open: its filters, its length, and the mark that
 * was opened last. Steps through the listed marks even while the list is not shown.
 */
export function useMarkList(db: Store) {
  const [asked, setAsked] = useState(EVERYTHING);
  const [limit, setLimit] = useState(PAGE);
  const [opened, setOpened] = useState<Listed | null>(null);
  const listed = useRef<Rows>({ rows: [], more: false });
  // The mark that a step begins at. A ref, because keys can follow each other faster than the view is rendered.
  const last = useRef<{ id: string | null; at: number }>({ id: null, at: 0 });
  const steps = useRef<Promise<unknown>>(Promise.resolve());
  const indexOf = (id: string | null) => listed.current.rows.findIndex((row) => row.id === id);
  const ask = (next: AskedMarks) => {
    // Where the opened mark is not in the new list, the next step begins at its first row.
    last.current.at = 0;
    setAsked(next);
    setLimit(PAGE);
  };
  const readMore = () => setLimit((now) => (now > listed.current.rows.length ? now : now + PAGE));
  const setLast = (mark: Listed) => {
    last.current = { id: mark.id, at: Math.max(0, indexOf(mark.id)) };
    setOpened(mark);
  };
  const step = async (by: 1 | -1, open: (mark: Listed) => void): Promise<void> => {
    const { marksUntil, isThere } = await import('./marksView.ts');
    const { id, at: before } = last.current;
    const found = indexOf(id);
    // Where the mark has left the list, the next one has its place.
    let at = found < 0 ? (by > 0 ? before - 1 : before) : found;
    for (;;) {
      at += by;
      if (at >= listed.current.rows.length && listed.current.more) {
        const next = listed.current.rows.length + PAGE;
        listed.current = await marksUntil(db, asked, next);
        setLimit((now) => Math.max(now, next));
      }
      const mark = listed.current.rows[at];
      if (!mark) return;
      if (await isThere(db, mark.id)) return open(mark);
    }
  };
  return {
    asked,
    limit,
    /** The mark that was opened last; null for none. */
    opened,
    /** Whether any filter is set. */
    narrowed: Object.values(asked).some(Boolean),
    ask: (next: Partial<AskedMarks>) => ask({ ...asked, ...next }),
    clear: () => ask(EVERYTHING),
    readMore,
    /** Reads more rows if the row at this index, which got the focus, is near the end. */
    reach: (index: number) => {
      const { rows, more } = listed.current;
      if (more && index >= rows.length - NEAR_END) readMore();
    },
    /** Takes the rows that the list shows. */
    take: (rows: Rows) => {
      listed.current = rows;
    },
    setLast,
    /** Opens the next mark of the list (1) or the previous one (-1). Passes over marks that were deleted meanwhile. */
    go: (by: 1 | -1, open: (mark: Listed) => void) => {
      steps.current = steps.current.then(() => step(by, open)).catch(() => {});
    },
  };
}

export type MarkList = ReturnType<typeof useMarkList>;
