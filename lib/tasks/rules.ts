/** A pattern with the name of what it finds. It reads folded text (lib/chinese/fold.ts). */
type Rule = { name: string; pattern: RegExp };

/**
 * A table of rules. Above each row stand examples of our own: `✓` for what the rule finds, `✗` for what it must leave
 * alone. rules.test.ts reads them from the source, so that they stand beside their rule and weigh nothing in the
 * extension. It tries each by the pattern alone and through `readText`.
 */
export type Rules = readonly Rule[];

/** True where one of the rules finds something in the text. */
export const anyOf = (rules: Rules, text: string): boolean => rules.some(({ pattern }) => pattern.test(text));

/**
 * The matches of a global pattern. Most texts have none, and to search for one costs far less than to ask for all.
 */
export const matchesIn = (text: string, pattern: RegExp): Iterable<RegExpExecArray> =>
  text.search(pattern) < 0 ? [] : text.matchAll(pattern);
