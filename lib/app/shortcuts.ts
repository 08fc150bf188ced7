import { browser } from 'wxt/browser';
import { t } from './i18n.ts';

/** A keyboard command of the extension and its key; `shortcut` is empty where the command has none. */
export type Command = { name: string; label: string; shortcut: string };

/** The keyboard commands of the extension with the keys that the person has set. */
export async function commandsNow(): Promise<Command[]> {
  const all = await browser.commands.getAll();
  return all.map(({ name = '', description = '', shortcut = '' }) => ({
    name,
    label: name === '_execute_action' ? t('commandPopup') : description,
    shortcut,
  }));
}

/** Opens the browser's own page for keyboard shortcuts. Firefox has a function for this, other browsers an address. */
export function openShortcuts(): void {
  const { openShortcutSettings } = browser.commands as { openShortcutSettings?: () => Promise<void> };
  if (openShortcutSettings) void openShortcutSettings();
  else void browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
