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

/** The undo and redo buttons. Each shows only while there is a step to undo or redo. */
export function StepButtons({ stepping: { undo, redo, go }, brief = false }: Props) {
  const steps = [
    undo && {
      id: 'undo',
      label: t('undo'),
      title: t('undoStep', undo),
      icon: 'restore' as const,
      isRedo: false,
    },
    redo && { id: 'redo', label: t('redo'), title: t('redoStep', redo), icon: 'redo' as const, isRedo: true },
  ];
  return (
    <Editing>
      {steps.map((step) => {
        if (!step) return null;
        const { id, label, title, icon, isRedo } = step;
        if (brief)
          return (
            <IconButton key={id} icon={icon} label={title} testId={`step-${id}`} press={() => go(isRedo)} />
          );
        return (
          <button
            key={id}
            type="button"
            class="small"
            data-testid={`step-${id}`}
            title={title}
            onClick={() => go(isRedo)}
          >
            <Icon name={icon} />
            {label}
          </button>
        );
      })}
    </Editing>
  );
}
