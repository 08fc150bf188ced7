import { t } from '@/lib/app/i18n.ts';
import { useSnapshots } from '@/lib/app/options/useSnapshots.ts';
import type { Store } from '@/lib/store/index.ts';
import { Confirm } from '../ui/Confirm.tsx';
import { Editing } from '../ui/Editing.tsx';

/** Switches snapshots of pages on and off, says how much they take, and deletes all of them. */
export function Snapshots({ db, notify }: { db: Store; notify: (words: string) => void }) {
  const { offered, on, turn, total, erase } = useSnapshots(db, notify);
  return (
    <section class="stack" data-testid="snapshots">
      <h3>{t('snapshots')}</h3>
      {offered ? (
        <>
          <label class="row">
            <input
              type="checkbox"
              data-testid="keep-snapshots"
              checked={on}
              onChange={({ currentTarget: box }) =>
                // Where the person refuses, nothing else would uncheck the box.
                void turn(box.checked).then((isOn) => {
                  box.checked = isOn;
                })
              }
            />
            {t('keepSnapshots')}
          </label>
          <p class="quiet">{t('snapshotsWhy')}</p>
        </>
      ) : (
        <p class="quiet">{t('snapshotsNot')}</p>
      )}
      {total && (
        <p class="row">
          <span data-testid="snapshots-total">{total}</span>
          <Editing>
            <Confirm
              label={t('eraseSnapshots')}
              warning={t('eraseSnapshotsAsk')}
              testId="erase-snapshots"
              run={erase}
            />
          </Editing>
        </p>
      )}
    </section>
  );
}
