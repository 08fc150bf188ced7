import { browser } from 'wxt/browser';
import type { CollectionCounts } from '../../record/counts.ts';
import { countCollection, openStore, type Store } from '../../store/index.ts';
import { EarlyQuery } from './earlyQuery.ts';
import { type ListMemory, type ListOf, readListMemory } from './listMemory.ts';
import { type DatabaseLines, linesOfDatabase } from './listOfDatabase.ts';
import { ordersOf, queryOf } from './searchView.ts';

/** How long (ms) a page waits for the first rows before it shows that it loads. */
const LONGEST_WAIT = 400;

/**
 * What a page with the list reads before its views are loaded: the stored state of the list, the totals, and the first
 * rows. The database opens while the code of the views is still loading.
 */
export type ListStart = {
  db: Store;
  /** Resolves when the first rows are read, or when the page must show something else. Never rejects. */
  ready: Promise<unknown>;
  counts: EarlyQuery<CollectionCounts>;
  /** Null before the stored state is read. */
  memory: ListMemory | null;
  /** Null where the list comes from the search index. */
  lines: EarlyQuery<DatabaseLines> | null;
  /** The id of the article that the side panel shows; null for the list. */
  open: string | null;
};

let started: ListStart | null = null;

/** Begins to read what the list of a page shows first. */
export function startList(of: ListOf): void {
  const db = openStore();
  const counts = new EarlyQuery(() => countCollection(db));
  const readLines = async () => {
    const memory = await readListMemory(of);
    start.memory = memory;
    const { asked, limit } = memory;
    const { narrows, hasWords } = queryOf(asked);
    // Reads no lines for a view that reads its own by now.
    if (narrows || asked.group !== 'none' || started !== start) return;
    const { order } = ordersOf(asked, hasWords);
    start.lines = new EarlyQuery(() => linesOfDatabase(db, order, limit));
    await Promise.all([start.lines.first, counts.first]);
  };
  const readOpen = async () => {
    const { panelArticle } = of === 'panel' ? await browser.storage.session.get('panelArticle') : {};
    if (typeof panelArticle === 'string') start.open = panelArticle;
  };
  const late = new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT));
  const all = Promise.all([readOpen(), readLines()]).catch(() => {});
  const start: ListStart = {
    db,
    ready: Promise.race([all, late]),
    counts,
    memory: null,
    lines: null,
    open: null,
  };
  started = start;
}

/** What `startList` has begun to read; null where it was not called, or after a view has taken it. */
export const listStart = (): ListStart | null => started;

/** Takes what `startList` has begun to read. Null the second time, so that a page that failed reads everything again. */
export function takeListStart(): ListStart | null {
  const start = started;
  started = null;
  return start;
}
