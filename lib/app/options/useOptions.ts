import { useEffect, useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { articleIds, eraseEverything, openStore } from '../../store/index.ts';
import { betweenBackups } from '../backingUp.ts';
import { backupFolder, deleteBackups } from '../backup.ts';
import { eraseStorage } from '../eraseStorage.ts';
import { useFirstRead } from '../firstReads.ts';
import { errorText, t } from '../i18n.ts';
import { emptyFolder, ownFolder } from '../ownFolder.ts';
import { notifyPages } from '../panel/notifyPages.ts';
import { rememberCount } from '../remembered.ts';
import { type Command, commandsNow, openShortcuts } from '../shortcuts.ts';
import type { Importing } from './importing.ts';
import { LAST_IMPORT } from './importMemory.ts';

/**
 * State and actions of the options page: access to sites, keyboard commands, erasing everything. `importing`: the
 * imports of this page.
 */
export function useOptions(importing: Pick<Importing, 'erase'>) {
  const db = useMemo(() => openStore(), []);
  const [origins, setOrigins] = useState<string[]>();
  const [commands, setCommands] = useState<Command[]>();
  useFirstRead(origins !== undefined && commands !== undefined);
  const [notice, setNotice] = useState('');
  const load = () => void browser.permissions.getAll().then((all) => setOrigins(all.origins ?? []));
  useEffect(() => {
    load();
    commandsNow().then(setCommands);
  }, []);
  return {
    origins: origins ?? [],
    commands: commands ?? [],
    notice,
    db,
    notify: setNotice,
    grant: (origin: string) => browser.permissions.request({ origins: [origin] }).then(load, load),
    revoke: (origin: string) => browser.permissions.remove({ origins: [origin] }).then(load, load),
    openShortcuts,
    eraseAll: async () => {
      try {
        // Runs only between backups (see below). A backup under way would otherwise write its file after the erasure.
        const erase = async () => {
          const ids = await articleIds(db);
          await eraseEverything(db);
          await eraseStorage(browser.storage);
          localStorage.removeItem(LAST_IMPORT);
          await rememberCount(db, browser.storage.local);
          void notifyPages(...ids);
          // Deletes files last. If the browser refuses to delete one, everything else is erased by then.
          await deleteBackups(await backupFolder());
          for (const name of ['exports', 'imports'] as const) await emptyFolder(await ownFolder(name));
        };
        await importing.erase(() => betweenBackups(erase));
        setNotice(t('erased'));
      } catch (error) {
        setNotice(errorText(error));
      }
    },
  };
}
