import { useState } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';

type Props = {
  /** The label of the first button, and of the button that confirms. */
  label: string;
  /** What the person should know before confirming. */
  warning: string;
  testId: string;
  run: () => unknown;
};

/** A button for an action that cannot be undone. Asks for confirmation in place of the button, without a dialog. */
export function Confirm({ label, warning, testId, run }: Props) {
  const [asks, setAsks] = useState(false);
  if (!asks)
    return (
      <button type="button" class="small" data-testid={testId} onClick={() => setAsks(true)}>
        {label}
      </button>
    );
  const confirm = () => {
    setAsks(false);
    run();
  };
  return (
    <span class="row" role="alert">
      <span>{warning}</span>
      <button type="button" class="primary small" data-testid={`${testId}-confirm`} onClick={confirm}>
        {label}
      </button>
      <button type="button" class="small" ref={(one) => one?.focus()} onClick={() => setAsks(false)}>
        {t('cancel')}
      </button>
    </span>
  );
}
