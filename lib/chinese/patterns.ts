/**
 * Parts of patterns, used in this folder and elsewhere in the source of a RegExp.
 * || V8 compiles the part behind an optional group twice, unless the group captures. So a long pattern has `(上级|有关)?`
 * instead of `(?:上级|有关)?`, even though nothing reads the group. This saves time on every page, because each page
 * compiles every pattern anew.
 */

/** A Han character of the basic block, in a class: `[${HAN}]`. */
export const HAN = '\\u4e00-\\u9fff';

/**
 * Writes words separated by blanks as alternatives of a pattern: `oneOf('局 厅')` → 局|厅. The first alternative that
 * matches wins.
 */
export const oneOf = (words: string): string => words.trim().split(/\s+/).join('|');

/**
 * Writes words as a group of alternatives: `groupOf('局 厅')` → (?:局|厅). Marked as free of side effects, so that what is
 * loaded into pages has no words that only the background uses.
 */
// @__NO_SIDE_EFFECTS__
export const groupOf = (words: string): string => `(?:${oneOf(words)})`;

/**
 * The matches of a global pattern, from left to right. Runs the pattern itself, because `matchAll` makes a copy at each
 * call, which takes longer than most searches. The pattern must not match an empty string.
 */
export function matchesIn(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) found.push(match);
  return found;
}
