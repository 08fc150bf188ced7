import { SETTINGS } from './settings.ts';

type Area = { remove(keys: string[]): Promise<void> };
/** The parts of `browser.storage` that are needed here. */
type Storage = {
  local: Area & { get(key: null): Promise<Record<string, unknown>> };
  session: { clear(): Promise<void> };
};

/**
 * Erases what `browser.storage` holds about what a person has read: saved searches, records of imports, addresses of a
 * batch, the last search. Keeps the settings, which say nothing about that.
 */
export async function eraseStorage({ local, session }: Storage): Promise<void> {
  const { [SETTINGS]: _, ...rest } = await local.get(null);
  await local.remove(Object.keys(rest));
  await session.clear();
}
