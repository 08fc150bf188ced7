import './Fold.css';
import type { ComponentChildren } from 'preact';
import { Chip } from './Chip.tsx';

type Props = {
  title: string;
  count?: number;
  /** A warning that shows while the part is collapsed. */
  warning?: string;
  /** Whether the title is less prominent than its surroundings. */
  quiet?: boolean;
  testId?: string;
  /** Is told when the part is expanded or collapsed. */
  toggled?: (isOpen: boolean) => void;
  children: ComponentChildren;
};

/** A part that the person can expand, with the number of its entries. */
export function Fold({ title, count, warning, quiet, testId, toggled, children }: Props) {
  return (
    <details
      class="fold"
      data-testid={testId}
      // Scrolls the expanded part into view. Otherwise the bar at the foot of the popup would cover it.
      onToggle={({ currentTarget }) => {
        toggled?.(currentTarget.open);
        if (currentTarget.open) currentTarget.scrollIntoView({ block: 'nearest' });
      }}
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
