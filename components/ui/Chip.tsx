import './Chip.css';
import type { ComponentChildren } from 'preact';
import type { ColorId } from '@/lib/annotation/colors.ts';

type Props = {
  look?: 'warn' | 'outlined';
  /** A colour that shows before the label. */
  color?: ColorId | null;
  /** A class that the surrounding component adds. */
  class?: string;
  title?: string;
  testId?: string;
  /** Turns the chip into a button with this action. */
  press?: () => void;
  children: ComponentChildren;
};

/** A short label next to or below the item that it describes. */
export function Chip({ look, color, class: place, title, testId, press, children }: Props) {
  const classes = ['chip', look, color && `tinted ${color}`, place].filter(Boolean).join(' ');
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
