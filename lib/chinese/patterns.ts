/** Parts from which patterns here and elsewhere are composed. For use in the source of a RegExp. */

/** A Han character of the basic block, in a class: `[${HAN}]`. */
export const HAN = '\\u4e00-\\u9fff';

/**
 * Words separated by blanks, as alternatives of a pattern: `oneOf('局 厅')` → 局|厅. The first that matches is taken.
 */
export const oneOf = (words: string): string => words.trim().split(/\s+/).join('|');
