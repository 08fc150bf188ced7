/** Encodes a number as Google's encoded polylines do: five bits in each character, the lowest bits first. */
function encoded(number) {
  let rest = number < 0 ? ~(number * 2) : number * 2;
  let signs = '';
  do {
    const bits = rest & 31;
    rest >>= 5;
    signs += String.fromCharCode(63 + (rest ? bits | 32 : bits));
  } while (rest);
  return signs;
}

/**
 * Writes characters as a column of a table, which `codesOf` in lib/chinese/characterTable.ts decodes. Stores each
 * character as the difference from the one before, because small numbers are short.
 */
export const columnOf = (characters) =>
  characters.map((one, i) => encoded(one.charCodeAt(0) - (i ? characters[i - 1].charCodeAt(0) : 0))).join('');
