import { t } from '@/lib/app/i18n.ts';
import type { Notify } from '@/lib/app/panel/notify.ts';
import { snapshotActions, snapshotWords } from '@/lib/app/panel/snapshotsView.ts';
import type { ArticlePanel } from '@/lib/app/panel/useArticlePanel.ts';
import { useWatch } from '@/lib/app/panel/useWatch.ts';
import { listSnapshots, type Store } from '@/lib/store/index.ts';
import { Editing } from '../ui/Editing.tsx';

type Props = { db: Store; panel: ArticlePanel; notify: Notify };

/** The snapshots of an article's page, which can be saved as files and deleted. Shows nothing where there are none. */
export function Snapshots({ db, panel: { open, store }, notify }: Props) {
  const { saved, article } = open;
  const snapshots = useWatch(() => listSnapshots(db, saved.id), [db, saved.id]) ?? [];
  if (snapshots.length === 0) return null;
  const { removeSnapshot: remove, undo } = store;
  const actions = snapshotActions({ db, title: article.title, remove, undo, notify });
  return (
    <ul class="stack">
      {snapshots.map((snapshot) => (
        <li key={snapshot.id} class="row quiet" data-testid="snapshot">
          <span>{snapshotWords(snapshot, saved.sha256)}</span>
          <button
            type="button"
            class="link"
            data-testid="snapshot-save"
            onClick={() => void actions.save(snapshot)}
          >
            {t('snapshotSave')}
          </button>
          <Editing>
            <button
              type="button"
              class="link"
              data-testid="snapshot-delete"
              onClick={() => void actions.remove(snapshot)}
            >
              {t('snapshotDelete')}
            </button>
          </Editing>
        </li>
      ))}
    </ul>
  );
}
