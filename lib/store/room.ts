import { StoreError } from './errors.ts';

/**
 * Disk space in bytes that every write must leave free, because Chromium's database needs some for its own maintenance.
 */
const SPARE = 32 * 2 ** 20;

/**
 * Throws a `StoreError` (`storage`) where the disk is almost full. When a write finds no room, Chromium carries on. At
 * the next opening, it takes the database for damaged and deletes all of it (seen in version 156). So the extension
 * does not begin such a write. `bytes`: the size of the write; 0 where it is small. The check takes half a millisecond.
 * Where the browser does not report the space, assumes that there is enough.
 */
export async function requireRoom(bytes = 0): Promise<void> {
  const told = await globalThis.navigator?.storage?.estimate?.().catch(() => null);
  const { quota, usage } = told ?? {};
  if (quota !== undefined && usage !== undefined && quota - usage < SPARE + bytes)
    throw new StoreError('storage', `Only ${quota - usage} bytes are left.`);
}
