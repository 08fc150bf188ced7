import type { TrashKind } from '../../record/trash.ts';
import {
  eraseFromTrash,
  listTrash,
  restoreAllFromTrash,
  restoreFromTrash,
  type Store,
} from '../../store/index.ts';
import { backupFolder, deleteBackups } from '../backup.ts';
import { errorText, formatMoment, t } from '../i18n.ts';
import type { Notify } from './notify.ts';
import { notifyPages } from './notifyPages.ts';

/** An entry of the trash, as the side panel shows it. */
export type TrashItem = { id: string; kind: string; label: string; deleted: string };

/** The entries of the trash, the last deleted one first, and whether there are more than `limit`. */
export async function trashItems(db: Store, limit: number): Promise<{ items: TrashItem[]; more: boolean }> {
  const rows = await listTrash(db, { limit: limit + 1 });
  const items = rows.slice(0, limit).map(({ id, kind, label, deletedAt }) => ({
    id,
    kind: t(`trash_${kind satisfies TrashKind}`),
    label: label || t('untitled'),
    deleted: t('deletedAt', formatMoment(deletedAt)),
  }));
  return { items, more: rows.length > limit };
}

/** The actions on the trash. Each shows success or failure by `notify` and never rejects. */
export function trashActions(db: Store, notify: Notify) {
  const attempt = async (work: () => Promise<string>) => {
    try {
      notify(await work());
    } catch (error) {
      const { code } = error as { code?: string };
      notify(code === 'notFound' ? t('restoreArticleFirst') : errorText(error));
    }
  };
  return {
    restore: (id: string) =>
      attempt(async () => {
        const { articleId } = await restoreFromTrash(db, id);
        if (articleId) void notifyPages(articleId);
        return t('restored');
      }),
    restoreAll: () =>
      attempt(async () => {
        const { articleIds, restored, failed } = await restoreAllFromTrash(db);
        if (articleIds.length) void notifyPages(...articleIds);
        return failed ? t('restoredSome', restored, String(failed)) : t('restoredAll', restored);
      }),
    /** Erases one entry for good. Also erases all backups, because these may contain the entry. */
    erase: (id: string) =>
      attempt(async () => {
        await eraseFromTrash(db, [id]);
        await deleteBackups(await backupFolder());
        return t('erased');
      }),
    /** Erases all entries for good. Also erases all backups, because these may contain the entries. */
    empty: () =>
      attempt(async () => {
        await eraseFromTrash(db, null);
        await deleteBackups(await backupFolder());
        return t('erased');
      }),
  };
}
