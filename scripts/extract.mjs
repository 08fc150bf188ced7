// npm run -s extract -- PAGE.html [PAGE.html …]
// npm run -s extract -- --why FIELD PAGE.html
// Prints one JSON record for each page, with the same code as in the browser. With `--why`, prints the rules of a field
// in their order, and what each rule finds on the page.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { importTypeScript } from './lib/runTypeScript.mjs';

const USAGE = `Usage: npm run -s extract -- PAGE.html [PAGE.html …]
       npm run -s extract -- --why FIELD PAGE.html [PAGE.html …]`;

const args = process.argv.slice(2);
const why = args[0] === '--why';
const field = why ? args[1] : null;
const pages = args.slice(why ? 2 : 0);
const { recordOf, explanationOf, READ_FIELDS } = await importTypeScript('scripts/extract/record.ts');

if (why && !READ_FIELDS.includes(field)) {
  const fault = field ? `extract: rules read no field ${field}\n` : '';
  console.error(`${fault}${USAGE}\nFields that rules read: ${READ_FIELDS.join(' ')}`);
  process.exit(2);
}
if (pages.length === 0) {
  console.error(USAGE);
  process.exit(2);
}

let failed = false;
for (const page of pages) {
  try {
    const path = resolve(process.env.INIT_CWD ?? process.cwd(), page);
    const [bytes, url] = [readFileSync(path), pathToFileURL(path).href];
    if (why && pages.length > 1) console.log(page);
    console.log(why ? explanationOf(bytes, url, field) : JSON.stringify(recordOf(bytes, url)));
  } catch (error) {
    failed = true;
    const reason =
      error.code === 'ENOENT'
        ? 'there is no such file'
        : error.code === 'EISDIR'
          ? 'this is a folder'
          : error.message;
    console.error(`extract: ${page}: ${reason}`);
  }
}
process.exitCode = failed ? 1 : 0;
