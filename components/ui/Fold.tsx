import './Fold.css';
import type { ComponentChildren } from 'preact';
import { Chip } from './Chip.tsx';

type Props = {
  title: string;
  count?: number;
  /** What of it should not be missed while it is folded. */
  warning?: string;
  /** Its title stands back behind what is around it. */
  quiet?: boolean;
  testId?: string;
  children: ComponentChildren;
};

/** A part that is there but folded, with how much is in it. */
export function Fold({ title, count, warning, quiet, testId, children }: Props) {
  return (
    <details
      class="fold"
      data-testid={testId}
      // At the foot of the popup it would unfold below the bar.
      onToggle={(event) =>
        event.currentTarget.open && event.currentTarget.scrollIntoView({ block: 'nearest' })
      }
    >
      <summary class={quiet ? 'quiet' : undefined} data-testid={testId && `${testId}-open`}>
        {title}
        {count !== undefined && <span class="count">{count}</span>}
        {warning && <Chip look="warn">{warning}</Chip>}
      </summary>
      <div class="fold-body">{children}</div>
    </details>
  );
}
