import { browser } from 'wxt/browser';
import { Asked } from '../../search/savedSearch.ts';
import { z } from '../../zod.ts';
import { NOTHING_ASKED } from './searchView.ts';

/** The state of the list, which outlives the browser: its query, the selected articles, and the scroll position. */
const ListMemory = z.object({
  asked: Asked,
  ticked: z.array(z.string()),
  /** The groups that the person has collapsed. */
  closed: z._default(z.array(z.string()), []),
  /** How many rows were read, and where the window stood (CSS pixels). */
  limit: z.int(),
  place: z.number(),
});
export type ListMemory = z.infer<typeof ListMemory>;

/** The pages that show the list. Each keeps a state of its own, because two can be open at a time. */
export type ListOf = 'panel' | 'tab';

const KEYS: Record<ListOf, string> = { panel: 'panelList', tab: 'tabList' };

/** Rows that are read at one time. */
export const STRETCH = 50;

const FRESH: ListMemory = { asked: NOTHING_ASKED, ticked: [], closed: [], limit: STRETCH, place: 0 };

async function storedState(of: ListOf): Promise<ListMemory | undefined> {
  const kept = await browser.storage.local.get(KEYS[of]).catch(() => ({}) as Record<string, unknown>);
  return ListMemory.safeParse(kept[KEYS[of]]).data;
}

/**
 * Reads the stored state of the list. Returns the initial state where none is stored or it cannot be read. A tab without
 * a state takes query and selection from the panel.
 */
export async function readListMemory(of: ListOf): Promise<ListMemory> {
  const own = await storedState(of);
  if (own || of === 'panel') return own ?? FRESH;
  const { asked = NOTHING_ASKED, ticked = [] } = (await storedState('panel')) ?? {};
  return { ...FRESH, asked, ticked };
}

const waiting = new Map<ListOf, ListMemory>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Writes the states that wait. Ignores a failure, which costs only the scroll position. */
function writeWaiting(): void {
  clearTimeout(timer);
  timer = undefined;
  const items = Object.fromEntries([...waiting].map(([of, memory]) => [KEYS[of], memory]));
  waiting.clear();
  if (Object.keys(items).length > 0) void browser.storage.local.set(items).catch(() => {});
}

/** Stores the state of the list soon: a selection can be long, and each tick would write all of it. */
export function keepListMemory(of: ListOf, memory: ListMemory): void {
  waiting.set(of, memory);
  timer ??= setTimeout(writeWaiting, 300);
}

/**
 * Calls `forget` with the initial state when the stored state is erased, for a page that is open then would write it
 * again. Returns the function that ends this.
 */
export function onErased(of: ListOf, forget: (fresh: ListMemory) => void): () => void {
  const listen = (changes: Record<string, { newValue?: unknown }>) => {
    const change = changes[KEYS[of]];
    if (!change || change.newValue !== undefined) return;
    waiting.delete(of);
    forget(FRESH);
  };
  browser.storage.local.onChanged.addListener(listen);
  return () => browser.storage.local.onChanged.removeListener(listen);
}

/** Writes at once what waits when the page is hidden or closed, because a timer may not run then. Returns the end of it. */
export function keepWhenHidden(page: EventTarget = window): () => void {
  page.addEventListener('pagehide', writeWaiting);
  page.addEventListener('visibilitychange', writeWaiting);
  return () => {
    page.removeEventListener('pagehide', writeWaiting);
    page.removeEventListener('visibilitychange', writeWaiting);
    writeWaiting();
  };
}
