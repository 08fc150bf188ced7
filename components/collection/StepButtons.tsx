import { t } from '@/lib/app/i18n.ts';
import type { Stepping } from '@/lib/app/panel/useCollection.ts';
import { Editing } from '../ui/Editing.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';

type Props = {
  stepping: Stepping;
  /** Shows only icons, for a bar with many buttons. */
  brief?: boolean;
};

/**
 * The undo and redo buttons. While there is no step to undo or redo, the button is disabled and not hidden. Otherwise
 * it would move the buttons beside it when it appears.
 */
export function StepButtons({ stepping: { undo, redo, go }, brief = false }: Props) {
  const steps = [
    {
      id: 'undo',
      label: t('undo'),
      title: undo && t('undoStep', undo),
      icon: 'restore' as const,
      isRedo: false,
    },
    { id: 'redo', label: t('redo'), title: redo && t('redoStep', redo), icon: 'redo' as const, isRedo: true },
  ];
  return (
    <Editing>
      {steps.map(({ id, label, title, icon, isRedo }) =>
        brief ? (
          <IconButton
            key={id}
            icon={icon}
            label={title ?? label}
            testId={`step-${id}`}
            disabled={title === null}
            press={() => go(isRedo)}
          />
        ) : (
          <button
            key={id}
            type="button"
            class="small"
            data-testid={`step-${id}`}
            title={title ?? undefined}
            disabled={title === null}
            onClick={() => go(isRedo)}
          >
            <Icon name={icon} />
            {label}
          </button>
        ),
      )}
    </Editing>
  );
}
