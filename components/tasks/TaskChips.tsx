import { t } from '@/lib/app/i18n.ts';
import { bodiesShort, deadlineShort, targetWords } from '@/lib/app/panel/taskWords.ts';
import type { CorrectedTask } from '@/lib/tasks/corrections/corrections.ts';
import { Chip } from '../ui/Chip.tsx';

/** A task's deadlines, responsible organisations and target as short labels. */
export function TaskChips({ task: { deadlines, leads, responsible, targets } }: { task: CorrectedTask }) {
  const others = responsible.filter((body) => !leads.includes(body));
  const onlyTarget = targets.length === 1 ? targets[0] : undefined;
  if (deadlines.length + others.length + leads.length + targets.length === 0) return null;
  return (
    <span class="chips">
      {deadlines.map((deadline) => (
        <Chip key={deadline.text} look="warn">
          {t('deadline', deadlineShort(deadline))}
        </Chip>
      ))}
      {leads.length > 0 && <Chip>{t('leadBody', bodiesShort(leads))}</Chip>}
      {others.length > 0 && <Chip>{t('responsibleBodies', bodiesShort(others))}</Chip>}
      {targets.length > 0 && (
        <Chip>{onlyTarget?.quantity ? targetWords(onlyTarget) : t('targetCount', targets.length)}</Chip>
      )}
    </span>
  );
}
