import { browser } from 'wxt/browser';
import { CollectionCounts } from '../../record/counts.ts';
import { countCollection, openStore, type Store } from '../../store/index.ts';
import { within } from '../within.ts';
import { EarlyQuery } from './earlyQuery.ts';
import { takeEarlyRead } from './earlyRead.ts';
import { type ListOf, PANEL_ARTICLE } from './listKeys.ts';
import { type ListMemory, memoryFrom, readListMemory } from './listMemory.ts';
import { type DatabaseLines, linesOfDatabase, linesOfEarly } from './listOfDatabase.ts';
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
  /** The totals of the collection. This and the properties below are null until the stored state has been read. */
  counts: EarlyQuery<CollectionCounts> | null;
  memory: ListMemory | null;
  /** Null where the list comes from the search index. */
  lines: EarlyQuery<DatabaseLines> | null;
  /** The id of the article that the side panel shows; null for the list. */
  open: string | null;
};

let started: ListStart | null = null;

/** Begins to read what the list of a page shows first, or takes what the early script of the page has read. */
export function startList(of: ListOf): void {
  const db = openStore();
  const start: ListStart = {
    db,
    ready: Promise.resolve(),
    counts: null,
    memory: null,
    lines: null,
    open: null,
  };
  started = start;
  const read = async () => {
    const early = await takeEarlyRead();
    const memory = (early && memoryFrom(of, early.memory)) ?? (await readListMemory(of));
    const open = early ? early.open : (await browser.storage.session.get(PANEL_ARTICLE))[PANEL_ARTICLE];
    // Stops here where a view no longer waits and reads the data itself.
    if (started !== start) return;
    start.memory = memory;
    if (of === 'panel' && typeof open === 'string') {
      start.open = open;
      return;
    }
    const known = CollectionCounts.safeParse(early?.lines?.counts).data;
    start.counts = new EarlyQuery(() => countCollection(db), known);
    const { asked, limit } = memory;
    const { narrows, hasWords } = queryOf(asked);
    if (narrows || asked.group !== 'none') return;
    const { order } = ordersOf(asked, hasWords);
    start.lines = new EarlyQuery(
      () => linesOfDatabase(db, order, limit),
      linesOfEarly(db, order, limit, early),
    );
    await Promise.all([start.lines.first, start.counts.first]);
  };
  start.ready = within(
    LONGEST_WAIT,
    read().catch(() => {}),
  );
}

/** What `startList` has begun to read; null where it was not called, or after a view has taken it. */
export const listStart = (): ListStart | null => started;

/** Takes what `startList` has begun to read. Null the second time, so that a page that failed reads everything again. */
export function takeListStart(): ListStart | null {
  const start = started;
  started = null;
  return start;
}
