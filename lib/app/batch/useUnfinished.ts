import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Batch, countsOf, isBegun, KEPT } from './batch.ts';

/** How many pages of the last batch are still to be saved; 0 where the batch is finished or was never started. */
export function useUnfinished(): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const take = (kept: unknown) => {
      const batch = Batch.safeParse(kept).data ?? { pages: [] };
      const { waiting, working } = countsOf(batch);
      setLeft(isBegun(batch) ? waiting + working : 0);
    };
    browser.storage.local.get(KEPT).then(
      ({ [KEPT]: kept }) => take(kept),
      () => {},
    );
    const listen = (changes: Record<string, { newValue?: unknown }>) =>
      KEPT in changes && take(changes[KEPT]!.newValue);
    browser.storage.local.onChanged.addListener(listen);
    return () => browser.storage.local.onChanged.removeListener(listen);
  }, []);
  return left;
}
