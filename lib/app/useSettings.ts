import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { cleanMeanings, DEFAULTS, readSettings, type Settings } from '../record/settings.ts';
import { useFirstRead } from './firstReads.ts';
import { changeSettings, SETTINGS, settingsNow } from './settings.ts';

/**
 * The present settings, and a function that changes them. `early`: what local storage was found to hold; null where it
 * has not been read.
 */
export function useSettings(early: Record<string, unknown> | null = null) {
  const [read, setSettings] = useState<Settings | null>(() => early && readSettings(early[SETTINGS]));
  useFirstRead(read !== null);
  useEffect(() => {
    const load = () => void settingsNow(browser.storage.local).then(setSettings);
    load();
    browser.storage.onChanged?.addListener(load);
    return () => browser.storage.onChanged?.removeListener(load);
  }, []);
  return {
    settings: read ?? DEFAULTS,
    change: (changes: Partial<Settings>) => changeSettings(browser.storage.local, changes).then(setSettings),
  };
}

/** What the colours mean to the person. */
export const useColorMeanings = (early: Record<string, unknown> | null = null): Record<string, string> =>
  cleanMeanings(useSettings(early).settings.colorMeanings) as Record<string, string>;
