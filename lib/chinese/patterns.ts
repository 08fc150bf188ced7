/** Parts of which the patterns of this folder, and those made of them, are composed. For use in the source of a RegExp. */

/** A Han character of the basic block, in a class: `[${HAN}]`. */
export const HAN = '\\u4e00-\\u9fff';

/** Words between blanks as alternatives: `oneOf('局 厅')` → 局|厅. The first that fits is taken. */
export const oneOf = (words: string): string => words.trim().split(/\s+/).join('|');
