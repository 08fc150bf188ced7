import type { Trial } from '@/lib/article/fields/rule.ts';

/** The most characters that are printed of a value. */
const LONGEST = 120;

const shown = (found: unknown): string => {
  if (found === null) return '–';
  const text = JSON.stringify(found);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
};

/** Prints the tried rules as lines. `→` marks the rule whose value was used; `–` means that a rule found nothing. */
export function explanation(trials: Trial[]): string {
  const widest = Math.max(...trials.map(({ rule }) => rule.name.length));
  return trials
    .map(({ rule, found, won }) => {
      const name = rule.name.padEnd(widest);
      return `${won ? '→' : ' '} ${name}  ${rule.confidence.toFixed(2)}  ${shown(found)}`;
    })
    .join('\n');
}
