import './Fold.css';
import type { ComponentChildren } from 'preact';
import { Chip } from './Chip.tsx';

type Props = {
  title: string;
  count?: number;
  /** A warning that shows while the part is folded. */
  warning?: string;
  /** Whether the title is less prominent than its surroundings. */
  quiet?: boolean;
  testId?: string;
  children: ComponentChildren;
};

/** A part that can be unfolded, with the number of its entries. */
export function Fold({ title, count, warning, quiet, testId, children }: Props) {
  return (
    <details
      class="fold"
      data-testid={testId}
      // At the foot of the popup, the unfolded part would lie below the bar.
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
