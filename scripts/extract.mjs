// npm run -s extract -- PAGE.html [PAGE.html …]: one JSON record a line, by the same code as in the browser.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const pages = process.argv.slice(2);
if (pages.length === 0) {
  console.error('Usage: npm run -s extract -- PAGE.html [PAGE.html …]');
  process.exit(2);
}

// Node 20 reads no TypeScript: the sources are bundled first, which takes a fraction of a second.
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
const { recordOf } = await import(pathToFileURL(file).href);

let failed = false;
for (const page of pages) {
  try {
    const path = resolve(process.env.INIT_CWD ?? process.cwd(), page);
    console.log(JSON.stringify(recordOf(readFileSync(path), pathToFileURL(path).href)));
  } catch (error) {
    failed = true;
    const why =
      error.code === 'ENOENT'
        ? 'there is no such file'
        : error.code === 'EISDIR'
          ? 'this is a folder'
          : error.message;
    console.error(`extract: ${page}: ${why}`);
  }
}
process.exitCode = failed ? 1 : 0;
