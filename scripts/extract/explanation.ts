import type { Trial } from '@/lib/article/fields/rule.ts';

/** The length to which values are shown. */
const LONGEST = 120;

const shown = (found: unknown): string => {
  if (found === null) return '–';
  const text = JSON.stringify(found);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
};

/** Trials as lines: `→` marks the rule that won, `–` one that found nothing. */
export function explanation(trials: Trial[]): string {
  const widest = Math.max(...trials.map(({ rule }) => rule.name.length));
  return trials
    .map(({ rule, found, won }) => {
      const name = rule.name.padEnd(widest);
      return `${won ? '→' : ' '} ${name}  ${rule.confidence.toFixed(2)}  ${shown(found)}`;
    })
    .join('\n');
}
