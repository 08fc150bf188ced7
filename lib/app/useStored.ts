import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { useFirstRead } from './firstReads.ts';

/** What an area of the browser's storage was found to hold before a view was loaded; null where it has not been read. */
export type EarlyItems = Record<string, unknown> | null;

/**
 * What the browser's storage has under a key, as `read` understands it, and a function that shows something else until
 * the next change. Undefined until it is read; what `read` makes of nothing where the storage does not answer.
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
