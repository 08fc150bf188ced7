/** A pattern, with a name for the words that it finds. Patterns match folded text (see `fold` in lib/chinese). */
type Rule = {
  name: string;
  pattern: RegExp;
  /**
   * The characters with which a match can begin, for patterns that match only at the beginning of a text. Other texts are
   * not tried, because a long pattern takes longer to compile than most pages take to read.
   */
  opens?: string;
};

/**
 * A table of rules. Above each row stand examples of our own: `✓` before text that the rule must find, `✗` before text
 * that it must not find. rules.test.ts reads them from the source, so that they stand beside their rule and add nothing
 * to the extension. The test tries each example on the pattern alone and through `readText`.
 */
export type Rules = readonly Rule[];

/** Whether one of the rules finds something in the text. */
export function anyOf(rules: Rules, text: string): boolean {
  const first = text[0] ?? '-';
  for (const { pattern, opens } of rules)
    if ((!opens || opens.includes(first)) && pattern.test(text)) return true;
  return false;
}

/** Returns the pattern of the rule with this name, for code that asks for one rule of a table. Throws where there is none. */
export function patternOf(rules: Rules, name: string): RegExp {
  const rule = rules.find((one) => one.name === name);
  if (!rule) throw new Error(`There is no rule “${name}”.`);
  return rule.pattern;
}
