import { browser } from 'wxt/browser';
import { cleanMeanings, DEFAULTS, readSettings, type Settings } from '../record/settings.ts';
import { changeSettings, SETTINGS } from './settings.ts';
import { type EarlyItems, useStored } from './useStored.ts';

/** The present settings, and a function that changes them. */
export function useSettings(early: EarlyItems = null) {
  const [settings = DEFAULTS, show] = useStored('local', SETTINGS, readSettings, early);
  return {
    settings,
    change: (changes: Partial<Settings>) => changeSettings(browser.storage.local, changes).then(show),
  };
}

/** What the colours mean to the person. */
export const useColorMeanings = (early: EarlyItems = null): Record<string, string> =>
  cleanMeanings(useSettings(early).settings.colorMeanings) as Record<string, string>;
