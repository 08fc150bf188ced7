import { SETTINGS } from './settings.ts';

type Area = { remove(keys: string[]): Promise<void> };
/** The parts of `browser.storage` that are needed. */
type Storage = {
  local: Area & { get(key: null): Promise<Record<string, unknown>> };
  session: { clear(): Promise<void> };
};

/**
 * Erases what `browser.storage` holds of a collection: saved searches, what an import added, addresses of a batch, the
 * search that the list keeps. The settings stay, because they tell nothing of what was read.
 */
export async function eraseStorage({ local, session }: Storage): Promise<void> {
  const { [SETTINGS]: _, ...rest } = await local.get(null);
  await local.remove(Object.keys(rest));
  await session.clear();
}
