import './ListFoot.css';
import { batchThisWindow, continueBatch } from '@/lib/app/batch/startBatch.ts';
import { useUnfinished } from '@/lib/app/batch/useUnfinished.ts';
import { t } from '@/lib/app/i18n.ts';
import type { Place, Stepping } from '@/lib/app/panel/useCollection.ts';
import { useWatch } from '@/lib/app/panel/useWatch.ts';
import {
  countCollection,
  countQuarantine,
  listDues,
  type Store,
  tagsInUse,
  trashIds,
} from '@/lib/store/index.ts';
import { Editing } from '../ui/Editing.tsx';
import { StepButtons } from './StepButtons.tsx';

type Props = { db: Store; go: (place: Place) => void; stepping: Stepping };

/**
 * The bar below the list: undo and redo, and the buttons that open the deadlines, all marks, the tags, the trash and the
 * unreadable records. Sticks to the bottom of the window, so that nobody must scroll through a long list to reach it.
 */
export function ListFoot({ db, go, stepping }: Props) {
  const deleted = useWatch(async () => (await trashIds(db)).length, [db]) ?? 0;
  const tags = useWatch(async () => (await tagsInUse(db)).length, [db]) ?? 0;
  const marks = useWatch(async () => (await countCollection(db)).marks, [db]) ?? 0;
  const isAnyDue = useWatch(async () => (await listDues(db, { from: '' }, 1)).dues.length > 0, [db]);
  const unfinished = useUnfinished();
  const broken = useWatch(() => countQuarantine(db), [db]) ?? 0;
  return (
    <footer class="row list-foot">
      <StepButtons stepping={stepping} brief />
      {isAnyDue && (
        <button type="button" class="link" data-testid="open-deadlines" onClick={() => go('deadlines')}>
          {t('deadlines')}
        </button>
      )}
      {marks > 0 && (
        <button type="button" class="link" data-testid="open-marks" onClick={() => go('marks')}>
          {t('allMarksCount', marks)}
        </button>
      )}
      {tags > 0 && (
        <button type="button" class="link" data-testid="open-tags" onClick={() => go('tags')}>
          {t('tagsCount', tags)}
        </button>
      )}
      {deleted > 0 && (
        <button type="button" class="link" data-testid="open-trash" onClick={() => go('trash')}>
          {t('trashCount', deleted)}
        </button>
      )}
      {broken > 0 && (
        <button type="button" class="link" data-testid="open-repair" onClick={() => go('repair')}>
          {t('repairCount', broken)}
        </button>
      )}
      <Editing>
        <button type="button" class="link" data-testid="save-tabs" onClick={() => void batchThisWindow()}>
          {t('saveTabs')}
        </button>
        {unfinished > 0 && (
          <button
            type="button"
            class="link"
            data-testid="continue-batch"
            onClick={() => void continueBatch()}
          >
            {t('batchUnfinished', unfinished)}
          </button>
        )}
      </Editing>
    </footer>
  );
}
