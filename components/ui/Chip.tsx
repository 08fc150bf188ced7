import './Chip.css';
import type { ComponentChildren } from 'preact';

type Props = {
  look?: 'warn' | 'outlined';
  /** A class of the place in which it stands. */
  class?: string;
  title?: string;
  testId?: string;
  /** Makes a button of it. */
  press?: () => void;
  children: ComponentChildren;
};

/** A short remark beside or below what it is about. */
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
