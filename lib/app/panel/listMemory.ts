import { browser } from 'wxt/browser';
import { Asked } from '../../search/savedSearch.ts';
import { z } from '../../zod.ts';
import { LIST_KEYS, type ListOf, STRETCH } from './listKeys.ts';
import { NOTHING_ASKED } from './searchView.ts';

/**
 * The state of the list of articles, kept when the browser is closed: the query, the selected articles, and the scroll
 * position.
 */
const ListMemory = z.object({
  asked: Asked,
  ticked: z.array(z.string()),
  /** The groups that the person has collapsed. */
  closed: z._default(z.array(z.string()), []),
  /** How many rows the list showed, and its scroll position in CSS pixels. */
  limit: z.int(),
  place: z.number(),
  /**
   * The row at the upper edge of the list, and how far it is cut off (CSS pixels). The list is scrolled to this row
   * while the heights of the rows above are not known, because `place` then leads to another row.
   */
  top: z._default(z.nullable(z.object({ key: z.string(), offset: z.number() })), null),
});
export type TopRow = ListMemory['top'];
export type ListMemory = z.infer<typeof ListMemory>;

const FRESH: ListMemory = {
  asked: NOTHING_ASKED,
  ticked: [],
  closed: [],
  limit: STRETCH,
  place: 0,
  top: null,
};

/** Reads the stored state of the list. Null for a tab without a valid one, which needs the query of the side panel. */
export const memoryFrom = (of: ListOf, kept: unknown): ListMemory | null =>
  ListMemory.safeParse(kept).data ?? (of === 'panel' ? FRESH : null);

async function storedState(of: ListOf): Promise<ListMemory | undefined> {
  const kept = await browser.storage.local.get(LIST_KEYS[of]).catch(() => ({}) as Record<string, unknown>);
  return ListMemory.safeParse(kept[LIST_KEYS[of]]).data;
}

/**
 * Reads the stored state of the list. Returns the initial state where none is stored or where it cannot be read. A tab
 * without a stored state takes the query and the selection of the side panel.
 */
export async function readListMemory(of: ListOf): Promise<ListMemory> {
  const own = await storedState(of);
  if (own || of === 'panel') return own ?? FRESH;
  const { asked = NOTHING_ASKED, ticked = [] } = (await storedState('panel')) ?? {};
  return { ...FRESH, asked, ticked };
}

const waiting = new Map<ListOf, ListMemory>();
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Writes the states that are waiting. Ignores a failure, because only query, selection and scroll position would be
 * lost.
 */
function writeWaiting(): void {
  clearTimeout(timer);
  timer = undefined;
  const items = Object.fromEntries([...waiting].map(([of, memory]) => [LIST_KEYS[of], memory]));
  waiting.clear();
  if (Object.keys(items).length > 0) void browser.storage.local.set(items).catch(() => {});
}

/**
 * Stores the state of the list after a short delay. A selection can be long, and without the delay each click on a
 * checkbox would write the whole selection.
 */
export function keepListMemory(of: ListOf, memory: ListMemory): void {
  waiting.set(of, memory);
  timer ??= setTimeout(writeWaiting, 300);
}

/**
 * Calls `forget` with the initial state when the stored state is erased. Otherwise, an open page would soon store its
 * state again. Returns a function that stops listening.
 */
export function onErased(of: ListOf, forget: (fresh: ListMemory) => void): () => void {
  const listen = (changes: Record<string, { newValue?: unknown }>) => {
    const change = changes[LIST_KEYS[of]];
    if (!change || change.newValue !== undefined) return;
    waiting.delete(of);
    forget(FRESH);
  };
  browser.storage.local.onChanged.addListener(listen);
  return () => browser.storage.local.onChanged.removeListener(listen);
}

/**
 * Writes the waiting states at once when the page is hidden or closed, because a timer may not run then. Returns a
 * function that stops this.
 */
export function keepWhenHidden(page: EventTarget = window): () => void {
  page.addEventListener('pagehide', writeWaiting);
  page.addEventListener('visibilitychange', writeWaiting);
  return () => {
    page.removeEventListener('pagehide', writeWaiting);
    page.removeEventListener('visibilitychange', writeWaiting);
    writeWaiting();
  };
}
