import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Store } from '../../store/index.ts';
import { type Backup, backupFolder, listBackups } from '../backup.ts';
import { useFirstRead } from '../firstReads.ts';
import { errorText, formatMoment, t } from '../i18n.ts';
import { acceptLoss } from '../remembered.ts';
import { restoreBackup } from './restoreBackup.ts';

/** The backups in this browser as the options page lists them, each with an action that restores it. */
export function useBackups(db: Store, notify: (words: string) => void) {
  const [backups, setBackups] = useState<Backup[] | null>(null);
  useFirstRead(backups !== null);
  useEffect(() => {
    void backupFolder()
      .then(async (folder) => setBackups(folder ? await listBackups(folder) : []))
      .catch((error) => {
        console.warn('Pizhu: backups not listed', error);
        setBackups([]);
      });
  }, []);
  const restore = async (backup: Backup) => {
    try {
      const folder = await backupFolder();
      if (!folder) return;
      const restored = await restoreBackup(db, browser.storage.local, folder, backup);
      await acceptLoss(db, browser.storage.local);
      notify(t('backupRestored', restored));
    } catch (error) {
      notify(errorText(error));
    }
  };
  return (backups ?? []).map((backup) => ({
    name: backup.name,
    words: t('backupOf', formatMoment(backup.at), t('articleCount', backup.articles)),
    restore: () => void restore(backup),
  }));
}
