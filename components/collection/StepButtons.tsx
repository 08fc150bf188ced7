import { t } from '@/lib/app/i18n.ts';
import type { Stepping } from '@/lib/app/panel/useCollection.ts';
import { Editing } from '../ui/Editing.tsx';
import { Icon } from '../ui/Icon.tsx';

/** The undo and redo buttons. Each shows only while there is a step to undo or redo. */
export function StepButtons({ stepping: { undo, redo, go } }: { stepping: Stepping }) {
  return (
    <Editing>
      {undo && (
        <button
          type="button"
          class="small"
          data-testid="step-undo"
          title={t('undoStep', undo)}
          onClick={() => go(false)}
        >
          <Icon name="restore" />
          {t('undo')}
        </button>
      )}
      {redo && (
        <button
          type="button"
          class="small"
          data-testid="step-redo"
          title={t('redoStep', redo)}
          onClick={() => go(true)}
        >
          <Icon name="redo" />
          {t('redo')}
        </button>
      )}
    </Editing>
  );
}
