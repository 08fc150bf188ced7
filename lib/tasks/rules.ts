/** A pattern with a name for the words that it finds. Patterns read folded text (lib/chinese/fold.ts). */
type Rule = { name: string; pattern: RegExp };

/**
 * A table of rules. Above each row stand examples of our own: `✓` for text that the rule finds, `✗` for text that it
 * must not find. rules.test.ts reads them from the source, so that they stand beside their rule and add nothing to the
 * extension. The test tries each by the pattern alone and through `readText`.
 */
export type Rules = readonly Rule[];

/** Whether one of the rules finds something in the text. */
export function anyOf(rules: Rules, text: string): boolean {
  for (const { pattern } of rules) if (pattern.test(text)) return true;
  return false;
}
