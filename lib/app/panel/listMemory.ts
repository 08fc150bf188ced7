import { browser } from 'wxt/browser';
import { Asked } from '../../search/savedSearch.ts';
import { z } from '../../zod.ts';
import { NOTHING_ASKED } from './searchView.ts';

/** The state of the list in session storage: its query, the selected articles, and the scroll position. */
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
  const kept = await browser.storage.session.get(KEYS[of]).catch(() => ({}) as Record<string, unknown>);
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

/** Stores the state of the list. Ignores a failure, which costs only the scroll position. */
export const keepListMemory = (of: ListOf, memory: ListMemory): void =>
  void browser.storage.session.set({ [KEYS[of]]: memory }).catch(() => {});
