import './Trash.css';
import { useMemo, useState } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';
import type { Notify } from '@/lib/app/panel/notify.ts';
import { trashActions, trashItems } from '@/lib/app/panel/trashView.ts';
import type { Stepping } from '@/lib/app/panel/useCollection.ts';
import { useWatch } from '@/lib/app/panel/useWatch.ts';
import type { Store } from '@/lib/store/index.ts';
import { Chip } from '../ui/Chip.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { Editing } from '../ui/Editing.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { ArticleHeading } from './ArticleHeading.tsx';
import { Pane } from './Pane.tsx';

type Props = { db: Store; back: () => void; notify: Notify; stepping: Stepping };

/** The number of rows shown at first, and added by each press on “more”. */
const PAGE = 50;

/** The deletions of the last 30 days. Each can be restored or erased, and all can be erased together. */
export function Trash({ db, back, notify, stepping }: Props) {
  const [limit, setLimit] = useState(PAGE);
  const shown = useWatch(() => trashItems(db, limit), [db, limit]);
  const actions = useMemo(() => trashActions(db, notify), [db, notify]);
  if (!shown)
    return (
      <Pane class="panel" aria-busy="true">
        <Skeleton of="list" />
      </Pane>
    );
  const { items, more } = shown;
  return (
    <Pane class="panel stack" data-testid="trash">
      <ArticleHeading back={back} stepping={stepping} />
      <h1>{t('trash')}</h1>
      <p class="quiet">{t(items.length ? 'trashHow' : 'trashEmpty')}</p>
      {items.length > 0 && (
        <p class="row">
          <Editing>
            <button type="button" class="small" data-testid="restore-all" onClick={actions.restoreAll}>
              {t('restoreAll')}
            </button>
            <Confirm
              label={t('emptyTrash')}
              warning={t('eraseAsk')}
              testId="empty-trash"
              run={actions.empty}
            />
          </Editing>
        </p>
      )}
      <ul>
        {items.map(({ id, kind, label, deleted }) => (
          <li key={id} class="set-apart stack" data-testid="trash-item">
            <p class="row">
              <Chip look="outlined">{kind}</Chip>
              <span class="space">{label}</span>
            </p>
            <p class="row quiet">
              <span class="space">{deleted}</span>
              <Editing>
                <button
                  type="button"
                  class="small"
                  data-testid="trash-restore"
                  onClick={() => actions.restore(id)}
                >
                  {t('restore')}
                </button>
                <Confirm
                  label={t('erase')}
                  warning={t('eraseAsk')}
                  testId="trash-erase"
                  run={() => actions.erase(id)}
                />
              </Editing>
            </p>
          </li>
        ))}
      </ul>
      {more && (
        <button type="button" data-testid="trash-more" onClick={() => setLimit(limit + PAGE)}>
          {t('more')}
        </button>
      )}
    </Pane>
  );
}
