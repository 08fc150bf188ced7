import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

/**
 * The extractor for Node: what scripts/extract/record.ts exports. Node 20 reads no TypeScript, so the sources are bundled
 * first, which takes a fraction of a second.
 */
export async function loadExtractor(root) {
  const bundled = await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': root } },
    build: { ssr: join(root, 'scripts/extract/record.ts'), write: false, target: 'node20' },
  });
  const cache = join(root, 'node_modules/.cache/pizhu');
  mkdirSync(cache, { recursive: true });
  const file = join(cache, `record-${process.pid}.mjs`);
  writeFileSync(file, bundled.output[0].code);
  process.on('exit', () => rmSync(file, { force: true }));
  return import(pathToFileURL(file).href);
}
