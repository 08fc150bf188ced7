/**
 * Parts from which patterns here and elsewhere are composed. For use in the source of a RegExp.
 *
 * V8 compiles what follows an optional group twice, unless the group captures: `(上级|有关)?` and not `(?:上级|有关)?`
 * in a long pattern whose groups nobody reads by number. A page pays for it, because every pattern is compiled anew.
 */

/** A Han character of the basic block, in a class: `[${HAN}]`. */
export const HAN = '\\u4e00-\\u9fff';

/**
 * Words separated by blanks, as alternatives of a pattern: `oneOf('局 厅')` → 局|厅. The first that matches is taken.
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
