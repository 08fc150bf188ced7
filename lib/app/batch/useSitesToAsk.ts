import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { type Batch, originsAt, originsOf } from './batch.ts';

/** Finds those of these origins to which the extension has access already. */
async function grantedOf(origins: string[]): Promise<Set<string>> {
  const may = (asked: string[]) => browser.permissions.contains({ origins: asked });
  // Most often all or none are granted, and then one question is enough.
  if (await may(origins)) return new Set(origins);
  const answers = await Promise.all(origins.map((origin) => may([origin])));
  return new Set(origins.filter((_, at) => answers[at]));
}

/**
 * How many sites the browser will ask about when a batch (pages that are saved together) is started: those of the pages
 * that wait, without the ones to which the extension has access. Null until this is known.
 */
export function useSitesToAsk(batch: Batch | null): number | null {
  const [granted, setGranted] = useState<Set<string> | null>(null);
  const due = batch ? originsOf(batch) : [];
  // Asks about the sites of all pages at once, so that a click on a checkbox asks the browser nothing.
  const all = originsAt(batch?.pages ?? []).join(' ');
  useEffect(() => {
    let isGone = false;
    const look = () =>
      void grantedOf(all ? all.split(' ') : []).then(
        (found) => isGone || setGranted(found),
        () => {},
      );
    look();
    const { onAdded, onRemoved } = browser.permissions;
    for (const event of [onAdded, onRemoved]) event.addListener(look);
    return () => {
      isGone = true;
      for (const event of [onAdded, onRemoved]) event.removeListener(look);
    };
  }, [all]);
  return granted && due.filter((origin) => !granted.has(origin)).length;
}
