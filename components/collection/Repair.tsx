import { useMemo, useState } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';
import { download } from '@/lib/app/panel/exportFile.ts';
import type { Notify } from '@/lib/app/panel/notify.ts';
import { repairActions, repairItems } from '@/lib/app/panel/repairView.ts';
import type { Stepping } from '@/lib/app/panel/useCollection.ts';
import { useWatch } from '@/lib/app/panel/useWatch.ts';
import type { Store } from '@/lib/store/index.ts';
import { Chip } from '../ui/Chip.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { Editing } from '../ui/Editing.tsx';
import { Fold } from '../ui/Fold.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { ArticleHeading } from './ArticleHeading.tsx';
import { Pane } from './Pane.tsx';

type Props = { db: Store; back: () => void; notify: Notify; stepping: Stepping };

/** The number of rows shown at first, and added by each press on “more”. */
const PAGE = 50;

/**
 * Lists records that could not be read and were set aside. Shows the readable words of each record, exports its raw
 * data, and deletes it.
 */
export function Repair({ db, back, notify, stepping }: Props) {
  const [limit, setLimit] = useState(PAGE);
  const items = useWatch(() => repairItems(db, limit), [db, limit]);
  const actions = useMemo(() => repairActions(db, notify, download), [db, notify]);
  if (!items)
    return (
      <Pane class="panel" aria-busy="true">
        <Skeleton of="list" />
      </Pane>
    );
  return (
    <Pane class="panel stack" data-testid="repair">
      <ArticleHeading back={back} stepping={stepping} />
      <h1>{t('repair')}</h1>
      <p class="quiet">{t(items.length ? 'repairHow' : 'trashEmpty')}</p>
      <ul>
        {items.map(({ id, kind, words, reason, message, when }) => (
          <li key={id} class="set-apart stack" data-testid="repair-item">
            <p class="row">
              <Chip look="outlined">{kind}</Chip>
              <span class="space">{words}</span>
            </p>
            <Fold title={`${reason} · ${when}`} quiet>
              <code>{message}</code>
            </Fold>
            <p class="row">
              <button
                type="button"
                class="small"
                data-testid="repair-export"
                onClick={() => actions.exportRaw(id)}
              >
                {t('repairExport')}
              </button>
              <Editing>
                <Confirm
                  label={t('erase')}
                  warning={t('eraseAsk')}
                  testId="repair-delete"
                  run={() => actions.remove(id)}
                />
              </Editing>
            </p>
          </li>
        ))}
      </ul>
      {items.length === limit && (
        <button type="button" onClick={() => setLimit(limit + PAGE)}>
          {t('more')}
        </button>
      )}
    </Pane>
  );
}
