import './ListFoot.css';
import { batchThisWindow, continueBatch } from '@/lib/app/batch/startBatch.ts';
import { t } from '@/lib/app/i18n.ts';
import type { Place, Stepping } from '@/lib/app/panel/useCollection.ts';
import type { FootCounts } from '@/lib/app/panel/useListFoot.ts';
import { Editing } from '../ui/Editing.tsx';
import { StepButtons } from './StepButtons.tsx';

type Props = {
  /** Null until they are known. */
  counts: FootCounts | null;
  go: (place: Place) => void;
  stepping: Stepping;
};

/**
 * The bar below the list: undo and redo, and the buttons that open the deadlines, all marks, the tags, the trash and the
 * unreadable records. Sticks to the bottom of the window, so that nobody must scroll through a long list to reach it.
 * Shows all its buttons at once, so that none moves another.
 */
export function ListFoot({ counts, go, stepping }: Props) {
  if (!counts) return null;
  const { isAnyDue, marks, tags, deleted, broken, unfinished } = counts;
  return (
    <footer class="row list-foot">
      <StepButtons stepping={stepping} brief />
      <Editing>
        <button type="button" class="link" data-testid="save-tabs" onClick={() => void batchThisWindow()}>
          {t('saveTabs')}
        </button>
      </Editing>
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
