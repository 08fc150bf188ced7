/**
 * Parts from which other files build patterns, and functions on patterns.
 *
 * Long patterns have groups that capture, `(上级|有关)?` instead of `(?:上级|有关)?`, although no code reads them. The reason
 * is V8, the JavaScript engine of Chrome: it compiles what follows an optional group twice, unless the group captures.
 * Each page compiles every pattern anew, so capturing saves time on every page.
 */

/** The Han characters of the basic Unicode block, to be used inside a character class: `[${HAN}]`. */
export const HAN = '\\u4e00-\\u9fff';

/** The Han characters of the basic plane, to be used inside a character class. */
const BASIC_HAN =
  '\\u2e80-\\u2fdf\\u3005\\u3007\\u3021-\\u3029\\u3038-\\u303b\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff';
/**
 * A Han character beyond the basic plane: a pair of surrogates. The range of the first surrogate leaves out emoji,
 * which are such pairs, too.
 */
const PAIRED_HAN = '[\\ud840-\\ud88d][\\udc00-\\udfff]';
/** One token of a pattern's source: `\p{Script=Han}`, another escaped character, or a character class. */
const TOKEN = /\\p\{Script=Han\}|\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]/g;

/**
 * Rewrites a pattern with `\p{Script=Han}` as one of UTF-16 units, without the flag `u`. V8 takes about ten times as
 * long to compile `\p{Script=Han}`, because a pair of surrogates could then stand at every place. Each page compiles
 * the pattern anew. A negated class must not contain the property.
 */
// @__NO_SIDE_EFFECTS__
export const inUnits = ({ source, flags }: RegExp): RegExp =>
  new RegExp(
    source.replace(TOKEN, (token) => {
      if (token === '\\p{Script=Han}') return `(?:[${BASIC_HAN}]|${PAIRED_HAN})`;
      return token.startsWith('[') && token.includes('\\p{Script=Han}')
        ? `(?:${token.replaceAll('\\p{Script=Han}', BASIC_HAN)}|${PAIRED_HAN})`
        : token;
    }),
    flags.replace('u', ''),
  );

/**
 * Writes words separated by blanks as alternatives of a pattern: `oneOf('局 厅')` → 局|厅. A RegExp takes the first
 * alternative that matches, so a longer word must precede its own beginning.
 */
export const oneOf = (words: string): string => words.trim().split(/\s+/).join('|');

/**
 * Writes words as a group of alternatives: `groupOf('局 厅')` → (?:局|厅). The mark below tells the bundler that a call has
 * no side effects. From what is loaded into pages, the bundler can then drop words that only the background uses.
 */
// @__NO_SIDE_EFFECTS__
export const groupOf = (words: string): string => `(?:${oneOf(words)})`;

/**
 * Finds the matches of a global pattern, from left to right. Calls `exec` itself, because `matchAll` copies the pattern
 * at each call, which takes longer than most searches. The pattern must not match an empty string.
 */
export function matchesIn(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) found.push(match);
  return found;
}
