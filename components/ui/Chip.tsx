import './Chip.css';
import type { ComponentChildren } from 'preact';

type Props = {
  look?: 'warn' | 'outlined';
  /** A class that the surrounding component adds. */
  class?: string;
  title?: string;
  testId?: string;
  /** Turns the chip into a button with this action. */
  press?: () => void;
  children: ComponentChildren;
};

/** A short label beside or below what it describes. */
export function Chip({ look, class: place, title, testId, press, children }: Props) {
  const classes = ['chip', look, place].filter(Boolean).join(' ');
  if (press)
    return (
      <button
        type="button"
        class={classes}
        title={title}
        aria-label={title}
        data-testid={testId}
        onClick={press}
      >
        {children}
      </button>
    );
  return (
    <span class={classes} title={title} data-testid={testId}>
      {children}
    </span>
  );
}
