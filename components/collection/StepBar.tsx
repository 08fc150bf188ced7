import './StepBar.css';
import { t } from '@/lib/app/i18n.ts';
import type { MessageKey } from '@/lib/messageKey.ts';
import { Icon } from '../ui/Icon.tsx';

type Props = {
  /** The beginning of the bar's class and of its test ids. */
  name: 'hit' | 'difference';
  /** What is shown at present. Screen readers read it out when it changes. */
  words: string;
  labels: { back: MessageKey; next: MessageKey; close: MessageKey };
  step: (by: 1 | -1) => unknown;
  close: () => void;
};

/** A bar that steps from one place of the view to the next: through search hits or changes. */
export function StepBar({ name, words, labels, step, close }: Props) {
  const button = (by: 1 | -1, label: string, arrow: string) => (
    <button
      type="button"
      class="small"
      data-testid={`${name}-${by > 0 ? 'next' : 'back'}`}
      title={label}
      onClick={() => step(by)}
    >
      {arrow} <span class="unseen">{label}</span>
    </button>
  );
  const closing = t(labels.close);
  return (
    <div class={`step-bar ${name}-bar row`} data-testid={`${name}-bar`}>
      <span class="space" role="status">
        {words}
      </span>
      {button(-1, t(labels.back), '↑')}
      {button(1, t(labels.next), '↓')}
      <button
        type="button"
        class="small"
        data-testid={`${name}-close`}
        aria-label={closing}
        title={closing}
        onClick={close}
      >
        <Icon name="remove" />
      </button>
    </div>
  );
}
