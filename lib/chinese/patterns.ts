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
 * The matches of a global pattern, from left to right. Runs the pattern itself, because `matchAll` makes a copy at each
 * call, which takes longer than most searches. The pattern may be used again before all matches are taken, and must
 * not match an empty string.
 */
export function* matchesIn(text: string, pattern: RegExp): Generator<RegExpExecArray, void> {
  let at = 0;
  for (;;) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) return;
    at = pattern.lastIndex;
    yield match;
  }
}
