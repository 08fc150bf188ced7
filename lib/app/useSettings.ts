import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { changeSettings, cleanMeanings, type Settings, settingsNow } from './settings.ts';

/** What the person has chosen in the options, as it is now, and how it is changed. */
export function useSettings() {
  const [settings, setSettings] = useState<Settings>({ printsMarks: true, colorMeanings: {} });
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

/** What the person means by each colour. */
export const useColorMeanings = (): Record<string, string> =>
  cleanMeanings(useSettings().settings.colorMeanings) as Record<string, string>;
