import { KEPT } from '../batch/kept.ts';
import { SEARCHES_KEY } from '../keptSearches.ts';
import { LOST } from '../remembered.ts';
import { SETTINGS } from '../settings.ts';
import { LIST_KEYS, type ListOf } from './listKeys.ts';

type Items = Record<string, unknown>;

/** What the browser's storage holds for a page with the list. The values are not yet checked. */
export type Stored = { local: Items; session: Items };

/** The part of the browser that is needed here. */
type Storing = {
  storage: {
    local: { get(keys: string[]): Promise<Items> };
    session: { get(keys: null): Promise<Items> };
  };
};

/** Reads everything that a page with the list needs of the browser's storage before it can show itself whole. */
export async function readStored(storing: Storing, of: ListOf): Promise<Stored> {
  const [local, session] = await Promise.all([
    storing.storage.local.get([LIST_KEYS[of], SEARCHES_KEY, KEPT, SETTINGS, LOST]),
    storing.storage.session.get(null),
  ]);
  return { local, session };
}
