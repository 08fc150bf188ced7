import type { Origin, Provenance } from '../schema.ts';
import type { Evidence } from './evidence.ts';
import type { ReadField, ValueOf } from './readField.ts';

/**
 * One way to read a field. `name` is unique within its field and never changes, because provenance stores it.
 * `confidence` says how certain the value is, 0 to 1. `read` returns null, undefined or an empty value where the page
 * has none.
 */
export type Rule<F extends ReadField = ReadField> = {
  name: string;
  field: F;
  origin: Origin;
  confidence: number;
  read: (page: Evidence) => ValueOf<F> | null | undefined;
};

/** How the rules of a field are combined, beyond their order. */
type Together<F extends ReadField> = {
  /**
   * Whether a later rule has the same value more exactly, like a day with its time. The later value then replaces the
   * first.
   */
  isMoreExact?: (value: ValueOf<F>, later: ValueOf<F>) => boolean;
  /** Whether no later rule can make a value more exact. */
  isExact?: (value: ValueOf<F>) => boolean;
  /** Rules whose value is stored as `otherwise` where it differs from the winner's. */
  witnesses?: readonly string[];
  isSame?: (one: ValueOf<F>, other: ValueOf<F>) => boolean;
};

export type FieldRules<F extends ReadField = ReadField> = Together<F> & {
  field: F;
  /** The order is the precedence: the first rule that gives a value wins. */
  rules: readonly Rule<F>[];
};

/** The rules of a field, in the order of their precedence. */
export const rulesFor = <F extends ReadField>(
  field: F,
  rules: readonly Omit<Rule<F>, 'field'>[],
  together: Together<F> = {},
): FieldRules<F> => ({ field, rules: rules.map((rule) => ({ ...rule, field })), ...together });

/** A value with the rule that gave it. */
export type Reading<F extends ReadField = ReadField> = { value: ValueOf<F> } & Provenance;

/** The value of a rule; null where it finds nothing, or an empty text or list. */
function tried<F extends ReadField>(rule: Rule<F>, page: Evidence): ValueOf<F> | null {
  const value = rule.read(page);
  if (value === null || value === undefined || value === '') return null;
  return Array.isArray(value) && value.length === 0 ? null : value;
}

/** Reads a field by the first of its rules that finds a value; later rules are not tried. */
export function readByRules<F extends ReadField>(of: FieldRules<F>, page: Evidence): Reading<F> | null {
  let best: { rule: Rule<F>; value: ValueOf<F> } | null = null;
  for (const rule of of.rules) {
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

/** The value of the first witness that differs. */
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

/** What one rule found on a page, and whether it won. */
export type Trial = { rule: Rule; found: unknown; won: boolean };

/** Tries every rule of a field, those after the winner too, for people who examine one page. */
export function tryAll<F extends ReadField>(of: FieldRules<F>, page: Evidence): Trial[] {
  const winner = readByRules(of, page)?.rule;
  return of.rules.map((rule) => ({
    rule: rule as unknown as Rule,
    found: tried(rule, page),
    won: rule.name === winner,
  }));
}
