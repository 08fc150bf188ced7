import { browser } from 'wxt/browser';
import { z } from '../../zod.ts';
import { Asked, NOTHING_ASKED } from './searchView.ts';

/** What the list keeps while the browser runs: what was asked, what is selected, and how far down it was. */
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

/** What was kept; as at the beginning where there is nothing, or nothing that can be read. */
export async function readListMemory(): Promise<ListMemory> {
  const kept = await browser.storage.session.get(KEY).catch(() => ({}) as Record<string, unknown>);
  return ListMemory.safeParse(kept[KEY]).data ?? FRESH;
}

/** Keeps the state of the list. A failure costs only the place. */
export const keepListMemory = (memory: ListMemory): void =>
  void browser.storage.session.set({ [KEY]: memory }).catch(() => {});
