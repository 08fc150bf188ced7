import { join } from 'node:path';

/**
 * The chunks, each with two pages: it contains what both need and no chunk before it contains. So the side panel and the
 * popup load few files, and small pages load no code of large ones.
 */
const CHUNKS = [
  ['base', 'sidepanel/main.tsx', 'offscreen/main.ts'],
  ['view', 'sidepanel/main.tsx', 'card/main.tsx'],
  ['store', 'sidepanel/main.tsx', 'popup/main.tsx'],
  ['list', 'sidepanel/main.tsx', 'sidepanel/main.tsx'],
  ['messages', 'popup/main.tsx', 'offscreen/main.ts'],
  ['marks', 'popup/main.tsx', 'card/main.tsx'],
  ['writing', 'popup/main.tsx', 'confirm/main.tsx'],
  ['saving', 'popup/main.tsx', 'batch/main.tsx'],
  ['article', 'popup/main.tsx', 'popup/main.tsx'],
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

/** The module that a module passes the exports with these names on from. Undefined for a module that does more. */
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

/** The modules that a module needs before it can run. Looks through modules that only pass on what others export. */
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
  const closures = new Map();
  const isNeededBy = (page, id, infoOf) => {
    let all = closures.get(page);
    if (!all) {
      all = new Set([join(root, 'entrypoints', page)]);
      for (const one of all) for (const needed of neededBy(one, infoOf)) all.add(needed);
      closures.set(page, all);
    }
    return all.has(id);
  };
  // Keeps the entries of pages out of chunks, because a chunk runs in every page that loads it.
  const chunkOf = (id, infoOf) =>
    !id.startsWith(join(root, 'entrypoints')) &&
    CHUNKS.find(([, ...pages]) => pages.every((page) => isNeededBy(page, id, infoOf)))?.[0];
  // Gives the first chunk the highest priority, because a chunk also takes what its modules import.
  return CHUNKS.map(([chunk], i) => ({
    debugName: chunk,
    priority: CHUNKS.length - i,
    name: (id, context) => (chunkOf(id, infoIn(context)) === chunk ? chunk : null),
  }));
}
