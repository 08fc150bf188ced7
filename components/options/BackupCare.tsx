import { useState } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';
import { useBackUpNow } from '@/lib/app/options/useBackUpNow.ts';
import { useBackupFolder } from '@/lib/app/panel/useBackupFolder.ts';
import { useDownloadCopies } from '@/lib/app/panel/useDownloadCopies.ts';
import type { Store } from '@/lib/store/index.ts';
import { Backups } from '../collection/Backups.tsx';
import { LapsedFolder } from '../collection/LapsedFolder.tsx';

/** Lists the backups of this browser, makes one at once, and sets the folder for copies. */
export function BackupCare({ db, notify }: { db: Store; notify: (words: string) => void }) {
  const [made, setMade] = useState(0);
  const { busy, backUpNow } = useBackUpNow(db, notify, () => setMade((now) => now + 1));
  const { known, canChoose, choose, forget } = useBackupFolder(notify);
  const downloads = useDownloadCopies(notify);
  return (
    <section class="stack">
      <h3>{t('backups')}</h3>
      <p class="quiet">{t('backupsHow')}</p>
      <LapsedFolder key={known?.name} notify={notify} />
      <p class="row">
        <button type="button" data-testid="backup-now" disabled={busy} onClick={backUpNow}>
          {t('backupNow')}
        </button>
        {canChoose && (
          <button type="button" data-testid="folder-choose" onClick={choose}>
            {t('folderChoose')}
          </button>
        )}
      </p>
      {downloads.offered && !canChoose && (
        <>
          <label class="row">
            <input
              type="checkbox"
              data-testid="download-copies"
              checked={downloads.on}
              onChange={({ currentTarget }) => void downloads.turn(currentTarget.checked)}
            />
            {t('downloadCopies')}
          </label>
          <p class="quiet">{t('downloadCopiesHow')}</p>
        </>
      )}
      {known && (
        <>
          <p class="row">
            <span data-testid="folder">{t('folderIs', known.name)}</span>
            <button type="button" class="small" data-testid="folder-forget" onClick={forget}>
              {t('folderForget')}
            </button>
          </p>
          <p class="quiet">{t('folderHow')}</p>
        </>
      )}
      <Backups key={made} db={db} notify={notify} />
    </section>
  );
}
