import { readSettings, type Settings } from '../record/settings.ts';

/** The key under which the settings are stored. */
export const SETTINGS = 'settings';

/** The part of `browser.storage.local` that the settings need. */
export type Local = {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
};

/** Reads the settings that the person chose in the options. Uses the default for a setting that cannot be read. */
export async function settingsNow(local: Local): Promise<Settings> {
  const stored = await local.get(SETTINGS).catch(() => ({}) as Record<string, unknown>);
  return readSettings(stored[SETTINGS]);
}

/** Changes some of the settings. Keeps the others, and returns all of them. */
export async function changeSettings(local: Local, changes: Partial<Settings>): Promise<Settings> {
  const settings = { ...(await settingsNow(local)), ...changes };
  await local.set({ [SETTINGS]: settings });
  return settings;
}
