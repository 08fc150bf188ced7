import { StoreError } from './errors.ts';

/**
 * Disk space in bytes that every write must leave free, because Chromium's database needs some for its own maintenance.
 */
const SPARE = 32 * 2 ** 20;

/**
 * The fastest rate at which a disk is assumed to fill (bytes in a millisecond). The more room the browser has
 * reported, the longer its answer is relied on.
 */
const FASTEST = (64 * 2 ** 20) / 1000;
/** The longest time (ms) for which an answer of the browser is relied on. */
const LONGEST = 60_000;

/** The free room (bytes) that the browser reported last, and when (ms). */
type Told = { room: number; at: number };
const last = new WeakMap<StorageManager, Told>();

/** Whether the last answer can still be relied on for a write of so many bytes. */
function holds(told: Told | undefined, bytes: number): boolean {
  if (!told) return false;
  const age = performance.now() - told.at;
  return age < LONGEST && age * FASTEST < told.room - SPARE - bytes;
}

/**
 * Throws a `StoreError` (`storage`) where the disk is almost full. When a write finds no room, Chromium carries on. At
 * the next opening, it takes the database for damaged and deletes all of it (seen in version 156). So the extension
 * does not begin such a write. `bytes`: the size of the write; 0 where it is small. Where the browser does not report
 * the space, assumes that there is enough.
 *
 * Asks the browser seldom, because it looks at all files of the collection: a tenth of a second with 50,000 articles.
 */
export async function requireRoom(bytes = 0): Promise<void> {
  const storage = globalThis.navigator?.storage;
  if (!storage?.estimate || holds(last.get(storage), bytes)) return;
  const { quota, usage } = (await storage.estimate().catch(() => null)) ?? {};
  if (quota === undefined || usage === undefined) return;
  const room = quota - usage;
  last.set(storage, { room, at: performance.now() });
  if (room < SPARE + bytes) throw new StoreError('storage', `Only ${room} bytes are left.`);
}
