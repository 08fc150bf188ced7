import './Toggle.css';
import type { ComponentChildren } from 'preact';

type Props = { on: boolean; press: () => void; testId?: string; children: ComponentChildren };

/** A short label that is on or off, as a button. */
export function Toggle({ on, press, testId, children }: Props) {
  return (
    <button type="button" class="toggle" aria-pressed={on} data-testid={testId} onClick={press}>
      {children}
    </button>
  );
}
