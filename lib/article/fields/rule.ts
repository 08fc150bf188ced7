import type { Origin, Provenance } from '../schema.ts';
import type { Evidence } from './evidence.ts';
import type { ReadField, ValueOf } from './readField.ts';

/**
 * One way to read a field. `name` is unique within its field and never changes, because provenance stores it.
 * `confidence` is how certain the value is, 0 to 1. `read` returns null, undefined or an empty value if it finds
 * nothing.
 */
export type Rule<F extends ReadField = ReadField> = {
  name: string;
  field: F;
  origin: Origin;
  confidence: number;
  read: (page: Evidence) => ValueOf<F> | null | undefined;
  /**
   * Whether the rule can never make a value of another rule more exact. It is then tried only while no value is found.
   */
  isCoarse?: boolean;
};

/** How the results of a field's rules are combined, beyond "the first one wins". */
type Together<F extends ReadField> = {
  /**
   * Whether `later` is the same value in a more exact form, like a day with its time. It then replaces the first value.
   */
  isMoreExact?: (value: ValueOf<F>, later: ValueOf<F>) => boolean;
  /** Whether a value is as exact as it can be, so that later rules need not be tried. */
  isExact?: (value: ValueOf<F>) => boolean;
  /**
   * Names of rules whose values are compared with the field's value. The first value that differs is stored in the
   * provenance as `otherwise`.
   */
  witnesses?: readonly string[];
  isSame?: (one: ValueOf<F>, other: ValueOf<F>) => boolean;
};

export type FieldRules<F extends ReadField = ReadField> = Together<F> & {
  field: F;
  /** In the order of precedence: the first rule that gives a value wins. */
  rules: readonly Rule<F>[];
};

/** Makes the rules of a field, in the order of precedence. */
export const rulesFor = <F extends ReadField>(
  field: F,
  rules: readonly Omit<Rule<F>, 'field'>[],
  together: Together<F> = {},
): FieldRules<F> => ({ field, rules: rules.map((rule) => ({ ...rule, field })), ...together });

/** A value, with the rule that gave it. */
export type Reading<F extends ReadField = ReadField> = { value: ValueOf<F> } & Provenance;

/** The value that a rule reads. Null where it finds nothing, or only an empty text or list. */
function tried<F extends ReadField>(rule: Rule<F>, page: Evidence): ValueOf<F> | null {
  const value = rule.read(page);
  if (value === null || value === undefined || value === '') return null;
  return Array.isArray(value) && value.length === 0 ? null : value;
}

/**
 * Reads a field by the first of its rules that finds a value. Tries no later rules, unless these can make the value
 * more exact.
 */
export function readByRules<F extends ReadField>(of: FieldRules<F>, page: Evidence): Reading<F> | null {
  let best: { rule: Rule<F>; value: ValueOf<F> } | null = null;
  for (const rule of of.rules) {
    if (best && rule.isCoarse) continue;
    const value = tried(rule, page);
    if (value === null) continue;
    if (best) {
      if (!of.isMoreExact?.(best.value, value)) continue;
      best = { ...best, value };
      break;
    }
    best = { rule, value };
    if (!of.isMoreExact || of.isExact?.(value)) break;
  }
  if (!best) return null;
  const { name, origin, confidence } = best.rule;
  const found: Reading<F> = { value: best.value, rule: name, origin, confidence };
  const otherwise = contradiction(of, page, best.value);
  return otherwise ? { ...found, otherwise } : found;
}

/** The first value of the `witnesses` that differs from the field's value. */
function contradiction<F extends ReadField>(of: FieldRules<F>, page: Evidence, best: ValueOf<F>) {
  const { witnesses = [], isSame, rules } = of;
  for (const name of witnesses) {
    const rule = rules.find((one) => one.name === name)!;
    const value = tried(rule, page);
    if (value !== null && !isSame?.(value, best))
      return { value: String(value), rule: rule.name, origin: rule.origin };
  }
  return undefined;
}

/** What one rule finds on a page, and whether its value won. */
export type Trial = { rule: Rule; found: unknown; won: boolean };

/** Tries every rule of a field, also those after the winner, so that a developer can see what each of them finds. */
export function tryAll<F extends ReadField>(of: FieldRules<F>, page: Evidence): Trial[] {
  const winner = readByRules(of, page)?.rule;
  return of.rules.map((rule) => ({
    rule: rule as unknown as Rule,
    found: tried(rule, page),
    won: rule.name === winner,
  }));
}
