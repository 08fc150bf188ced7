import { useEffect, useState } from 'preact/hooks';
import { deleteDamaged, openStore } from '../../store/index.ts';
import { type Backup, backupFolder, listBackups } from '../backup.ts';
import { errorText } from '../i18n.ts';

/**
 * What a view offers for a database that could not be opened: the latest backup, and an action that deletes the
 * database. Afterwards the view loads again and offers the backups. `latest` is null where there is no backup, or where
 * the failure is a different one.
 */
export function useDamaged(failure: unknown, again: () => void) {
  const [latest, setLatest] = useState<Backup | null>(null);
  const [refusal, setRefusal] = useState('');
  const unopened = (failure as { code?: string } | null)?.code === 'unopened';
  useEffect(() => {
    if (!unopened) return;
    void backupFolder()
      .then(async (folder) => setLatest((folder && (await listBackups(folder))[0]) ?? null))
      .catch((error) => console.warn('Pizhu: backups not listed', error));
  }, [unopened]);
  const begin = () =>
    deleteDamaged(openStore()).then(again, (error) => {
      setRefusal(errorText(error));
    });
  return { latest, refusal, begin };
}
