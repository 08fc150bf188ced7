import { browser } from 'wxt/browser';
import { t } from './i18n.ts';

/** A command of the extension with the key that it has now; empty where it has none. */
export type Command = { name: string; label: string; shortcut: string };

/** The commands of the extension with the keys that the person has set. */
export async function commandsNow(): Promise<Command[]> {
  const all = await browser.commands.getAll();
  return all.map(({ name = '', description = '', shortcut = '' }) => ({
    name,
    label: name === '_execute_action' ? t('commandPopup') : description,
    shortcut,
  }));
}

/** Opens the browser's page for shortcuts: by a function in Firefox, by an address elsewhere. */
export function openShortcuts(): void {
  const { openShortcutSettings } = browser.commands as { openShortcutSettings?: () => Promise<void> };
  if (openShortcutSettings) void openShortcutSettings();
  else void browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
