import type { ComponentChildren } from 'preact';

type Props = { title: string; count?: number; testId?: string; children: ComponentChildren };

/** A part that is there but folded, with how much is in it. */
export function Fold({ title, count, testId, children }: Props) {
  return (
    <details class="fold" data-testid={testId}>
      <summary>
        {title}
        {count !== undefined && <span class="count">{count}</span>}
      </summary>
      <div class="fold-body">{children}</div>
    </details>
  );
}
