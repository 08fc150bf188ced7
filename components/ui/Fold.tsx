import type { ComponentChildren } from 'preact';

type Props = {
  title: string;
  count?: number;
  /** What of it should not be missed while it is folded. */
  warning?: string;
  testId?: string;
  children: ComponentChildren;
};

/** A part that is there but folded, with how much is in it. */
export function Fold({ title, count, warning, testId, children }: Props) {
  return (
    <details class="fold" data-testid={testId}>
      <summary>
        {title}
        {count !== undefined && <span class="count">{count}</span>}
        {warning && <span class="chip warn">{warning}</span>}
      </summary>
      <div class="fold-body">{children}</div>
    </details>
  );
}
