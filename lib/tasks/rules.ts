/** A pattern, with a name for the words that it finds. Patterns match folded text (see `fold` in lib/chinese). */
type Rule = { name: string; pattern: RegExp };

/**
 * A table of rules. Above each row stand examples of our own: `✓` before text that the rule must find, `✗` before text
 * that it must not find. rules.test.ts reads them from the source, so that they stand beside their rule and add nothing
 * to the extension. The test tries each example on the pattern alone and through `readText`.
 */
export type Rules = readonly Rule[];

/** Whether one of the rules finds something in the text. */
export function anyOf(rules: Rules, text: string): boolean {
  for (const { pattern } of rules) if (pattern.test(text)) return true;
  return false;
}
