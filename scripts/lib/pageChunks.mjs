import { join } from 'node:path';

/**
 * The file of Dexie that is used. The package gives browsers another one by default, which is for browsers of 2015, is
 * larger and starts more slowly.
 */
export const MODERN_DEXIE = join(import.meta.dirname, '../../node_modules/dexie/dist/modern/dexie.mjs');

const SIDE_PANEL = 'entrypoints/sidepanel/main.tsx';
const POPUP = 'entrypoints/popup/main.tsx';
/**
 * The chunks: for each a name, a first module, and further modules. A chunk contains what the first module and any of
 * the further ones both import, and no earlier chunk contains. So the side panel and the popup load few files, and no
 * page loads styles that are only for another page.
 */
const CHUNKS = [
  [
    'base',
    SIDE_PANEL,
    'entrypoints/offscreen/main.ts',
    'entrypoints/card/main.tsx',
    'components/ui/Fold.tsx',
    'components/ui/KeyList.tsx',
    'components/ui/Skeleton.tsx',
    'components/ui/Together.tsx',
    'components/ui/Toggle.tsx',
  ],
  ['store', SIDE_PANEL, POPUP, 'entrypoints/options/main.tsx', 'lib/app/panel/listStart.ts'],
  ['list', SIDE_PANEL, 'entrypoints/collection/main.tsx'],
  ['messages', POPUP, 'entrypoints/offscreen/main.ts'],
  ['marks', POPUP, 'entrypoints/card/main.tsx'],
  ['writing', POPUP, 'entrypoints/confirm/main.tsx'],
  ['saving', POPUP, 'entrypoints/batch/main.tsx'],
  ['article', POPUP, 'components/collection/ArticleView.tsx'],
];

const IMPORT = /import\s*\{([^}]*)\}\s*from\s*["'][^"']+["']/g;
const PASSED_ON = /export\s*(?:\{([^}]*)\}|\*)\s*from\s*["']([^"']+)["']/g;

/** The names in a list of imports or exports: the name in the other module, and the name here. */
const namesIn = (list) =>
  list
    .split(',')
    .map((one) => one.trim().split(/\s+as\s+/))
    .filter(([name]) => name)
    .map(([name, as = name]) => ({ name, as }));

/**
 * For a module that only re-exports, the modules from which the exports with these names come. Undefined for a module
 * with code of its own.
 */
function passedOn({ code, importedIds }, names, infoOf) {
  const parts = [...code.matchAll(PASSED_ON)];
  const rest = code.replace(PASSED_ON, '').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  if (parts.length === 0 || /[^;\s]/.test(rest)) return undefined;
  return importedIds.filter((id) =>
    parts
      .filter(([, , path]) => id.endsWith(path.replace(/^[./]+/, '/')))
      .some(([, list]) =>
        list === undefined
          ? infoOf(id).exports.some((name) => names.has(name))
          : namesIn(list).some(({ as }) => names.has(as)),
      ),
  );
}

/** Returns the modules that a module imports. Replaces a module that only re-exports by those that it re-exports. */
function neededBy(id, infoOf) {
  const { code, importedIds } = infoOf(id);
  const names = new Set(
    [...code.matchAll(IMPORT)].flatMap(([, list]) => namesIn(list).map(({ name }) => name)),
  );
  return importedIds.flatMap((one) => passedOn(infoOf(one), names, infoOf) ?? [one]);
}

/** Returns a function that tells the code, the imports and the exports of a module. */
const infoIn = (context) => (id) => {
  const { code, importedIds = [], exports = [] } = context.getModuleInfo(id) ?? {};
  return { code: code ?? '', importedIds, exports };
};

/**
 * Splits the code of the extension's pages into chunks. Returns the groups for `codeSplitting` of Rolldown, which
 * itself would make dozens of small files for a page.
 */
export function pageChunks(root) {
  const entrypoints = join(root, 'entrypoints');
  const closures = new Map();
  const isNeededBy = (module, id, infoOf) => {
    let all = closures.get(module);
    if (!all) {
      all = new Set([join(root, module)]);
      for (const one of all) for (const needed of neededBy(one, infoOf)) all.add(needed);
      closures.set(module, all);
    }
    return all.has(id);
  };
  const chunkOf = (id, infoOf) => {
    // Keeps the entries of pages out of shared chunks, because a chunk runs in every page that loads it.
    if (id.startsWith(entrypoints)) return null;
    // Puts the module that WXT adds to each page into the first chunk.
    if (id.endsWith('virtual:wxt-html-plugins') || id.endsWith('rolldown/runtime.js')) return CHUNKS[0][0];
    const needs = (module) => isNeededBy(module, id, infoOf);
    return CHUNKS.find(([, first, ...others]) => needs(first) && others.some(needs))?.[0];
  };
  // Gives the first chunk the highest priority, because a chunk also takes what its modules import.
  return CHUNKS.map(([chunk], i, all) => ({
    debugName: chunk,
    priority: all.length - i,
    name: (id, context) => (chunkOf(id, infoIn(context)) === chunk ? chunk : null),
  }));
}
