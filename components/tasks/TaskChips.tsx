import { t } from '@/lib/app/i18n.ts';
import { deadlineShort, targetWords } from '@/lib/app/panel/taskWords.ts';
import type { CorrectedTask } from '@/lib/tasks/corrections/corrections.ts';
import { Chip } from '../ui/Chip.tsx';

/** A task's deadlines, responsible bodies and target as short labels. */
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
      {leads.length > 0 && <Chip>{t('leadBody', shownBodies(leads))}</Chip>}
      {others.length > 0 && <Chip>{t('responsibleBodies', shownBodies(others))}</Chip>}
      {targets.length > 0 && (
        <Chip>{onlyTarget?.quantity ? targetWords(onlyTarget) : t('targetCount', targets.length)}</Chip>
      )}
    </span>
  );
}

/** The most leading or responsible bodies that a collapsed task names. Of all further bodies, the task shows only the number. */
const MOST_BODIES = 3;

function shownBodies(bodies: string[]): string {
  const names = bodies.slice(0, MOST_BODIES).join('、');
  return bodies.length > MOST_BODIES ? t('moreBodies', names, bodies.length) : names;
}
