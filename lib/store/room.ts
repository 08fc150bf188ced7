import { StoreError } from './errors.ts';

/** Bytes of the disk that no write of ours uses up: Chromium's database needs some to put itself in order. */
const SPARE = 32 * 2 ** 20;

/**
 * Throws a `StoreError` (`storage`) where the disk is all but full. Chromium goes on after a write that found no room,
 * takes the database for damaged when it opens it next, and deletes it whole (seen in 156): so no such write is begun.
 * Takes half a millisecond; a browser that does not tell how much room there is is believed to have some.
 */
export async function requireRoom(): Promise<void> {
  const told = await globalThis.navigator?.storage?.estimate?.().catch(() => null);
  const { quota, usage } = told ?? {};
  if (quota !== undefined && usage !== undefined && quota - usage < SPARE)
    throw new StoreError('storage', `Only ${quota - usage} bytes are left.`);
}
