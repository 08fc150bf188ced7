import { StoreError } from './errors.ts';

/** Disk space in bytes that our writes leave free, because Chromium's database needs some for its own maintenance. */
const SPARE = 32 * 2 ** 20;

/**
 * Throws a `StoreError` (`storage`) where the disk is almost full. Chromium goes on after a write that found no room,
 * takes the database for damaged at the next opening, and deletes all of it (seen in 156). So the extension begins no
 * such write. Takes half a millisecond. Assumes enough room where the browser does not report it.
 */
export async function requireRoom(): Promise<void> {
  const told = await globalThis.navigator?.storage?.estimate?.().catch(() => null);
  const { quota, usage } = told ?? {};
  if (quota !== undefined && usage !== undefined && quota - usage < SPARE)
    throw new StoreError('storage', `Only ${quota - usage} bytes are left.`);
}
