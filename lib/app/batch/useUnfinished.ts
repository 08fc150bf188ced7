import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { EarlyItems } from '../useStored.ts';
import { KEPT } from './kept.ts';

/**
 * How many pages of the last batch (pages that are saved together) are still to be saved. 0 where the batch is
 * finished or was never started; null until this is known.
 */
export function useUnfinished(early: EarlyItems = null): number | null {
  const [left, setLeft] = useState<number | null>(early && early[KEPT] === undefined ? 0 : null);
  useEffect(() => {
    let latest: unknown;
    const take = async (kept: unknown) => {
      latest = kept;
      if (kept === undefined) return setLeft(0);
      // Loads the code only where there is a batch, so that the list shows sooner.
      const { Batch, countsOf, isBegun } = await import('./batch.ts');
      if (kept !== latest) return;
      const batch = Batch.safeParse(kept).data ?? { pages: [] };
      const { waiting, working } = countsOf(batch);
      setLeft(isBegun(batch) ? waiting + working : 0);
    };
    browser.storage.local.get(KEPT).then(
      ({ [KEPT]: kept }) => void take(kept),
      () => setLeft(0),
    );
    const listen = (changes: Record<string, { newValue?: unknown }>) =>
      KEPT in changes && void take(changes[KEPT]!.newValue);
    browser.storage.local.onChanged.addListener(listen);
    return () => browser.storage.local.onChanged.removeListener(listen);
  }, []);
  return left;
}
