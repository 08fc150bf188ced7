import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { cleanMeanings, DEFAULTS, type Settings } from '../record/settings.ts';
import { changeSettings, settingsNow } from './settings.ts';

/** The present settings, and a function that changes them. */
export function useSettings() {
  const [settings, setSettings] = useState<Settings>(DEFAULTS);
  useEffect(() => {
    const load = () => void settingsNow(browser.storage.local).then(setSettings);
    load();
    browser.storage.onChanged?.addListener(load);
    return () => browser.storage.onChanged?.removeListener(load);
  }, []);
  return {
    settings,
    change: (changes: Partial<Settings>) => changeSettings(browser.storage.local, changes).then(setSettings),
  };
}

/** What the colours mean to the person. */
export const useColorMeanings = (): Record<string, string> =>
  cleanMeanings(useSettings().settings.colorMeanings) as Record<string, string>;
