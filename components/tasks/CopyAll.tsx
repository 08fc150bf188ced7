import './CopyAll.css';
import { t } from '@/lib/app/i18n.ts';
import type { TaskFormatChoice } from '@/lib/app/panel/useTaskFormat.ts';
import { Icon } from '../ui/Icon.tsx';

/** Copies all task lists. Also selects the format, which applies to copying a single list too. */
export function CopyAll({ format, copy }: { format: TaskFormatChoice; copy: () => void }) {
  return (
    <span class="row copy-all">
      <select
        aria-label={t('copyFormat')}
        title={t('copyFormat')}
        data-testid="copy-format"
        value={format.chosen.id}
        onChange={(event) => format.choose(event.currentTarget.value)}
      >
        {format.all.map(({ id, label }) => (
          <option key={id} value={id}>
            {t(label)}
          </option>
        ))}
      </select>
      <button type="button" class="small" data-testid="copy-all" onClick={copy}>
        <Icon name="copy" />
        {t('copyAll')}
      </button>
    </span>
  );
}
