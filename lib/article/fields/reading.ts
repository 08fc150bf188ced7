import type { Rule } from '../schema.ts';

/** A value with the rule that gave it, and how sure that is, 0 to 1; and what another rule says instead. */
export type Reading<T> = {
  value: T;
  rule: Rule;
  confidence: number;
  otherwise?: { value: string; rule: Rule };
};

/** A reading with the first of some others that says something else. */
export function contradicted(
  best: Reading<string>,
  others: (Reading<string> | null)[],
  isSame: (one: string, other: string) => boolean,
): Reading<string> {
  const other = others.find((one) => one && !isSame(one.value, best.value));
  return other ? { ...best, otherwise: { value: other.value, rule: other.rule } } : best;
}

/** A reading, or null where there is no value: an empty text or list is none. */
export function reading<T>(value: T | null | undefined, rule: Rule, confidence: number): Reading<T> | null {
  if (value === null || value === undefined || value === '') return null;
  return Array.isArray(value) && value.length === 0 ? null : { value, rule, confidence };
}

/** A reading, or how it is read: only where no better one is found. */
export type Readable<T> = Reading<T> | null | (() => Reading<T> | null);

/** The first reading that there is: callers name them best evidence first. Those behind it are not read at all. */
export function first<T>(...readings: Readable<T>[]): Reading<T> | null {
  for (const one of readings) {
    const found = typeof one === 'function' ? one() : one;
    if (found !== null) return found;
  }
  return null;
}
