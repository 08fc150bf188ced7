import { browser } from 'wxt/browser';
import { z } from '../../zod.ts';
import { Asked, NOTHING_ASKED } from './searchView.ts';

/** The state of the list in session storage: its query, the selected articles, and the scroll position. */
const ListMemory = z.object({
  asked: Asked,
  ticked: z.array(z.string()),
  /** How many rows were read, and where the window stood (CSS pixels). */
  limit: z.int(),
  place: z.number(),
});
export type ListMemory = z.infer<typeof ListMemory>;

const KEY = 'panelList';

/** Rows that are read at one time. */
export const STRETCH = 50;

const FRESH: ListMemory = { asked: NOTHING_ASKED, ticked: [], limit: STRETCH, place: 0 };

/** Reads the stored state of the list. Returns the initial state where none is stored or it cannot be read. */
export async function readListMemory(): Promise<ListMemory> {
  const kept = await browser.storage.session.get(KEY).catch(() => ({}) as Record<string, unknown>);
  return ListMemory.safeParse(kept[KEY]).data ?? FRESH;
}

/** Stores the state of the list. Ignores a failure, which costs only the scroll position. */
export const keepListMemory = (memory: ListMemory): void =>
  void browser.storage.session.set({ [KEY]: memory }).catch(() => {});
