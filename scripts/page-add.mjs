// npm run page:add -- FILE [NAME]
// Makes the folder test/pages/NAME from a page that you have written, with the record that is read from it now.
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { importTypeScript } from './lib/runTypeScript.mjs';
import { root } from './setup.mjs';

const [given, asked] = process.argv.slice(2);
const file = given && resolve(process.env.INIT_CWD ?? process.cwd(), given);
if (!file || !existsSync(file)) {
  console.error(given ? `There is no file ${file}.` : 'Usage: npm run page:add -- FILE [NAME]');
  process.exit(2);
}
const name = asked ?? basename(file).replace(/\.html?$/, '');
if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
  console.error(`${name} is no name of a page: small letters, digits and hyphens.`);
  process.exit(2);
}
const folder = join(root, 'test/pages', name);
mkdirSync(folder, { recursive: true });
const source = join(folder, 'source.html');
if (resolve(source) !== file) copyFileSync(file, source);
const { recordOf } = await importTypeScript('scripts/extract/record.ts');
const { url: _, ...record } = recordOf(readFileSync(source), `https://pages.example/${name}.html`);
writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(record, null, 2)}\n`);
console.log(`${join(folder, 'expected.json')} holds what is read today.
Read it line by line, and set right by hand what is wrong: the test then fails until the rules agree.`);
