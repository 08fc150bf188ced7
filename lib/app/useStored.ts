import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { useFirstRead } from './firstReads.ts';

/** The items of an area of the browser's storage, read before a view was loaded; null where they have not been read. */
export type EarlyItems = Record<string, unknown> | null;

/**
 * Returns the value of a key in the browser's storage, as `read` understands it: undefined until it is read, and
 * `read(undefined)` where the storage does not answer. Also returns a function that replaces the shown value until the
 * stored one changes.
 */
export function useStored<T>(
  area: 'local' | 'session',
  key: string,
  read: (stored: unknown) => T,
  early: EarlyItems = null,
): [T | undefined, (shown: T) => void] {
  const [value, setValue] = useState(() => (early ? read(early[key]) : undefined));
  useFirstRead(value !== undefined);
  useEffect(() => {
    const storage = browser.storage[area];
    const load = () =>
      void storage
        .get(key)
        .catch(() => ({}) as Record<string, unknown>)
        .then(({ [key]: stored }) => setValue(() => read(stored)));
    load();
    const listen = (changes: object) => key in changes && load();
    storage.onChanged.addListener(listen);
    return () => storage.onChanged.removeListener(listen);
  }, []);
  return [value, (shown) => setValue(() => shown)];
}
