import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { applyImport, planImport } from '../../exchange/import.ts';
import { countCollection, type Store } from '../../store/index.ts';
import { type Backup, backupFolder, type Folder, intactFile, listBackups, restoreBackup } from '../backup.ts';
import { addExtras } from '../extras.ts';
import { errorText, formatMoment, t } from '../i18n.ts';
import { importTarget } from '../options/importTarget.ts';
import { acceptLoss, lostArticles } from '../remembered.ts';

/**
 * Restores a backup into an empty collection. If the database lost its articles and others were saved since, adds the
 * backup's articles to these, as an import does. Returns how many articles were restored.
 */
async function restoreOrAdd(db: Store, folder: Folder, backup: Backup): Promise<number> {
  const { local } = browser.storage;
  const { articles } = await countCollection(db);
  if (articles === 0 || (await lostArticles(local)) === 0)
    return restoreBackup(db, folder, backup, (extras) => addExtras(db, local, crypto.randomUUID(), extras));
  const target = importTarget(db, local);
  const file = await intactFile(folder, backup);
  return applyImport(target, file, await planImport(target, file));
}

/** The backups in this browser as the options page lists them, each with an action that restores it. */
export function useBackups(db: Store, notify: (words: string) => void) {
  const [backups, setBackups] = useState<Backup[]>([]);
  useEffect(() => {
    void backupFolder()
      .then(async (folder) => setBackups(folder ? await listBackups(folder) : []))
      .catch((error) => console.warn('Pizhu: backups not listed', error));
  }, []);
  const restore = async (backup: Backup) => {
    try {
      const folder = await backupFolder();
      if (!folder) return;
      const restored = await restoreOrAdd(db, folder, backup);
      await acceptLoss(db, browser.storage.local);
      notify(t('backupRestored', restored));
    } catch (error) {
      notify(errorText(error));
    }
  };
  return backups.map((backup) => ({
    name: backup.name,
    words: t('backupOf', formatMoment(backup.at), t('articleCount', backup.articles)),
    restore: () => void restore(backup),
  }));
}
