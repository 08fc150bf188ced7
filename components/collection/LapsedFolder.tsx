import { t } from '@/lib/app/i18n.ts';
import { useBackupFolder } from '@/lib/app/panel/useBackupFolder.ts';

/**
 * Says that the browser has withdrawn the permission to write copies of backups to a folder. Offers to renew the
 * permission.
 */
export function LapsedFolder({ notify }: { notify: (words: string) => void }) {
  const { known, allow } = useBackupFolder(notify);
  if (!known || known.allowed) return null;
  return (
    <p class="notice row" role="status" data-testid="folder-lapsed">
      <span class="space">{t('folderLapsed', known.name)}</span>
      <button type="button" class="small" data-testid="folder-allow" onClick={allow}>
        {t('folderAllow')}
      </button>
    </p>
  );
}
