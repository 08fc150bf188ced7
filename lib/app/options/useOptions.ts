import { useEffect, useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { articleIds, eraseEverything, openStore } from '../../store/index.ts';
import { backupFolder, deleteBackups } from '../backup.ts';
import { errorText, t } from '../i18n.ts';
import { notifyPages } from '../panel/notifyPages.ts';
import { rememberCount } from '../remembered.ts';

type Command = { name: string; label: string; shortcut: string };

async function commandsNow(): Promise<Command[]> {
  const all = await browser.commands.getAll();
  return all.map(({ name = '', description = '', shortcut = '' }) => ({
    name,
    label: name === '_execute_action' ? t('commandPopup') : description,
    shortcut,
  }));
}

/** Opens the browser's page for shortcuts. Firefox has a function for it, Chromium an address. */
function openShortcuts(): void {
  const { openShortcutSettings } = browser.commands as { openShortcutSettings?: () => Promise<void> };
  if (openShortcutSettings) void openShortcutSettings();
  else void browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

/** Host access, keyboard commands and the export of everything, for the options page. */
export function useOptions() {
  const db = useMemo(() => openStore(), []);
  const [origins, setOrigins] = useState<string[]>([]);
  const [commands, setCommands] = useState<Command[]>([]);
  const [notice, setNotice] = useState('');
  const load = () => void browser.permissions.getAll().then((all) => setOrigins(all.origins ?? []));
  useEffect(() => {
    load();
    commandsNow().then(setCommands);
  }, []);
  return {
    origins,
    commands,
    notice,
    db,
    notify: setNotice,
    grant: (origin: string) => browser.permissions.request({ origins: [origin] }).then(load, load),
    revoke: (origin: string) => browser.permissions.remove({ origins: [origin] }).then(load, load),
    openShortcuts,
    eraseAll: async () => {
      try {
        const ids = await articleIds(db);
        await eraseEverything(db);
        await deleteBackups(await backupFolder());
        await rememberCount(db, browser.storage.local);
        void notifyPages(...ids);
        setNotice(t('erased'));
      } catch (error) {
        setNotice(errorText(error));
      }
    },
  };
}
