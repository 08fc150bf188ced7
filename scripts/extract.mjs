// npm run -s extract -- PAGE.html [PAGE.html …]: one JSON record a line, by the same code as in the browser.
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { loadExtractor } from './lib/records.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const pages = process.argv.slice(2);
if (pages.length === 0) {
  console.error('Usage: npm run -s extract -- PAGE.html [PAGE.html …]');
  process.exit(2);
}

const { recordOf } = await loadExtractor(root);

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
