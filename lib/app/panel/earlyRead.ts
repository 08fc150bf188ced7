import { browser } from 'wxt/browser';
import { type EarlyQuestion, type EarlyRows, earlyRows } from '../../store/index.ts';
import { indexOfOrder, LIST_KEYS, type ListOf, STRETCH } from './listKeys.ts';
import { type OwnTab, ownTab } from './ownTab.ts';
import { readStored, type Stored } from './stored.ts';

/**
 * What a small script has read while the code of a page with the list was still loading. The values are as they are
 * stored, not yet checked.
 */
export type EarlyRead = {
  /** What the browser's storage holds for the page. */
  stored: Stored;
  /** The page in the active tab; null where it cannot be saved. Always null for the collection in a tab. */
  tab: OwnTab | null;
  /** The first rows and the totals, and how they were asked for. Null where the store must read the list. */
  lines: (EarlyRows & EarlyQuestion) | null;
};

type Holder = { pizhuEarly?: Promise<EarlyRead> | undefined };

/**
 * Decides from the stored state of the list which rows it shows first. Null where the list has a query or groups, or
 * where the state cannot be understood.
 */
function questionOf(of: ListOf, kept: unknown): EarlyQuestion | null {
  // A tab without a state of its own takes the query of the side panel, which is looked up later.
  if (kept === undefined) return of === 'panel' ? { order: 'capturedAt', limit: STRETCH } : null;
  const { asked, limit } = kept as {
    asked?: { words?: unknown; filtering?: object; order?: unknown; group?: unknown };
    limit?: unknown;
  };
  const narrows = asked?.words !== '' || Object.keys(asked.filtering ?? {}).length > 0;
  if (narrows || asked.group !== 'none' || !Number.isInteger(limit)) return null;
  return { order: indexOfOrder(asked.order), limit: limit as number };
}

async function readEarly(of: ListOf): Promise<EarlyRead> {
  const reading = readStored(browser, of);
  const question = reading.then(({ local }) => questionOf(of, local[LIST_KEYS[of]])).catch(() => null);
  const [lines, asked, stored, tab] = await Promise.all([
    earlyRows(question),
    question,
    reading,
    of === 'panel' ? ownTab(browser) : null,
  ]);
  return { stored, tab, lines: lines && asked && { ...lines, ...asked } };
}

/** Begins to read what the list of this page shows first. */
export function startEarlyRead(of: ListOf): void {
  const reading = readEarly(of);
  // Keeps a failure from counting as an unhandled rejection. `takeEarlyRead` handles it later.
  reading.catch(() => {});
  (globalThis as Holder).pizhuEarly = reading;
}

/** Takes what the early script has begun to read. Null where there is none, or where it failed. */
export async function takeEarlyRead(): Promise<EarlyRead | null> {
  const holder = globalThis as Holder;
  const reading = holder.pizhuEarly;
  holder.pizhuEarly = undefined;
  return (await reading?.catch(() => null)) ?? null;
}
