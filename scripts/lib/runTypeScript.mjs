// Runs the project's TypeScript in Node 20, which cannot read TypeScript. So this module bundles the sources first,
// which takes a fraction of a second.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Imports a module of the project. `entry` is its path from the project's root. */
export async function importTypeScript(entry) {
  const bundled = await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': root } },
    build: { ssr: join(root, entry), write: false, target: 'node20' },
  });
  const cache = join(root, 'node_modules/.cache/pizhu');
  mkdirSync(cache, { recursive: true });
  const file = join(cache, `${entry.replaceAll(/\W/g, '-')}-${process.pid}.mjs`);
  writeFileSync(file, bundled.output[0].code);
  process.on('exit', () => rmSync(file, { force: true }));
  return import(pathToFileURL(file).href);
}
