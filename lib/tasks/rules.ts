/**
 * A table of rules: patterns that read folded text (characters.ts). Above each stands an example of our own, `✓` for
 * what it finds and `✗` for what it must leave alone; rules.test.ts reads them from the source and tries every one, so
 * that they stand beside their rule and weigh nothing in the extension.
 */
export type Rules = readonly RegExp[];

/** True where one of the rules finds something in the text. */
export const anyOf = (rules: Rules, text: string): boolean => rules.some((rule) => rule.test(text));

/**
 * The matches of a global pattern. Most texts have none, and to search for one costs far less than to ask for all.
 */
export const matchesIn = (text: string, pattern: RegExp): Iterable<RegExpExecArray> =>
  text.search(pattern) < 0 ? [] : text.matchAll(pattern);
