import { useEffect, useState } from 'preact/hooks';
import { deleteDamaged, openStore } from '../../store/index.ts';
import { type Backup, backupFolder, listBackups } from '../backup.ts';
import { errorText } from '../i18n.ts';

/**
 * The remedy that a view offers for a database that cannot be opened: deletes the database, then loads the view again,
 * which offers the backups. `latest`: the latest backup. It is null where there is none, or where the failure is a
 * different one.
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
