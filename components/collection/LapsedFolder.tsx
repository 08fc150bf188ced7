import type { KnownFolder } from '@/lib/app/folderHint.ts';
import { t } from '@/lib/app/i18n.ts';
import { useBackupFolder } from '@/lib/app/panel/useBackupFolder.ts';

type Props = {
  notify: (words: string) => void;
  /** What is known of the folder before this view is loaded. */
  early?: KnownFolder | null;
};

/**
 * Says that the browser has withdrawn the permission to write copies of backups to a folder. Offers to renew the
 * permission.
 */
export function LapsedFolder({ notify, early }: Props) {
  const { known, allow } = useBackupFolder(notify, early);
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
