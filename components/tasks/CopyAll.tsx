import { useState } from 'preact/hooks';
import type { TaskFormat } from '@/lib/exchange/taskFormat.ts';
import { Icon } from '../ui/Icon.tsx';
import { t } from '../ui/i18n.ts';

const KEY = 'taskFormat';

/** The format in which task lists are copied, remembered on this machine. */
export function useTaskFormat(): [TaskFormat, (format: TaskFormat) => void] {
  const [format, setFormat] = useState<TaskFormat>(
    localStorage.getItem(KEY) === 'markdown' ? 'markdown' : 'text',
  );
  return [
    format,
    (next) => {
      localStorage.setItem(KEY, next);
      setFormat(next);
    },
  ];
}

type Props = { format: TaskFormat; setFormat: (format: TaskFormat) => void; copy: () => void };

/** Copies every list, and chooses in which form this and the copying of one list is done. */
export function CopyAll({ format, setFormat, copy }: Props) {
  return (
    <span class="row copy-all">
      <select
        aria-label={t('copyFormat')}
        title={t('copyFormat')}
        data-testid="copy-format"
        value={format}
        onChange={(event) => setFormat(event.currentTarget.value as TaskFormat)}
      >
        <option value="text">{t('formatText')}</option>
        <option value="markdown">Markdown</option>
      </select>
      <button type="button" class="small" data-testid="copy-all" onClick={copy}>
        <Icon name="copy" />
        {t('copyAll')}
      </button>
    </span>
  );
}
