import { browser } from 'wxt/browser';
import { CollectionCounts } from '../../record/counts.ts';
import { type CountsBeside, countBeside, countCollection, openStore, type Store } from '../../store/index.ts';
import type { KnownFolder } from '../folderHint.ts';
import { within } from '../within.ts';
import { EarlyQuery } from './earlyQuery.ts';
import { takeEarlyRead } from './earlyRead.ts';
import { LIST_KEYS, type ListOf, PANEL_ARTICLE } from './listKeys.ts';
import { type ListMemory, memoryFrom, readListMemory } from './listMemory.ts';
import { type DatabaseLines, linesOfDatabase, linesOfEarly } from './listOfDatabase.ts';
import { type OwnTab, ownTab } from './ownTab.ts';
import { ordersOf, queryOf } from './searchView.ts';
import { readStored, type Stored } from './stored.ts';

/** How long (ms) a page waits for the first rows before it shows that it loads. */
export const LONGEST_WAIT = 400;

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
  /** What the browser's storage held when the page began to load. */
  stored: Stored | null;
  /** The page in the active tab, for the side panel. */
  tab: OwnTab | null;
  /** What the buttons below the list say. */
  beside: EarlyQuery<CountsBeside> | null;
  /** Whether the collection can only be read, where this is known. */
  readOnly: boolean | undefined;
  /** The folder for copies of backups, where it has been looked up. */
  folder: KnownFolder | null;
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
    stored: null,
    tab: null,
    beside: null,
    readOnly: undefined,
    folder: null,
  };
  started = start;
  const read = async () => {
    const early = await takeEarlyRead();
    const stored = early ? early.stored : await readStored(browser, of);
    const memory = memoryFrom(of, stored.local[LIST_KEYS[of]]) ?? (await readListMemory(of));
    const tab = early ? early.tab : of === 'panel' ? await ownTab(browser) : null;
    // The early script reads only databases of the present version, which this version may write.
    const readOnly = early?.lines ? false : await db.readOnly();
    // Stops here where a view no longer waits and reads the data itself.
    if (started !== start) return;
    Object.assign(start, { memory, stored, tab, readOnly });
    const open = stored.session[PANEL_ARTICLE];
    if (of === 'panel' && typeof open === 'string') {
      start.open = open;
      return;
    }
    const known = CollectionCounts.safeParse(early?.lines?.counts).data;
    start.counts = new EarlyQuery(() => countCollection(db), known);
    start.beside = new EarlyQuery(() => countBeside(db), early?.lines?.beside);
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
