// npm run bench:tasks
// Times how Pizhu reads tasks in a text, and compares it with Readability on a page with the same text.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Readability } from '@mozilla/readability';
import { JSDOM } from 'jsdom';
import { build } from 'vite';
import { root } from '../setup.mjs';

/** Sizes of the texts in bytes of UTF-8. A Chinese character takes three bytes. */
const SIZES = { '10 KB': 10e3, '100 KB': 100e3, '1 MB': 1e6 };
/**
 * The factor by which the time for one character may grow when the text becomes ten times as long. A linear algorithm
 * stays below it.
 */
const LINEAR = 2;
/** The most milliseconds that 10,000 characters may take in a text of ordinary length. */
const MOST_MS = 6;

// Bundles the sources first, because Node 20 does not read TypeScript.
async function load(source) {
  const { output } = await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': root } },
    build: { ssr: join(root, source), write: false, target: 'node20' },
  });
  const folder = join(root, 'node_modules/.cache/pizhu');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `bench-${process.pid}-${source.replaceAll('/', '-')}.mjs`);
  writeFileSync(file, output[0].code);
  process.on('exit', () => rmSync(file, { force: true }));
  return import(pathToFileURL(file).href);
}

const { readText } = await load('lib/tasks/index.ts');
const { officialese } = await load('test/support/officialese.ts');

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
function timed(run) {
  const from = performance.now();
  run();
  return performance.now() - from;
}

const context = { title: '', issuer: null, publishedAt: '2025-03-01' };
const textOf = (bytes) => officialese(Math.round(bytes / 2.9), 1);
const pageOf = (text) =>
  new JSDOM(
    `<!doctype html><title>市政府召开会议</title><body><article><h1>市政府召开会议</h1>${text
      .split('\n')
      .map((line) => `<p>${line}</p>`)
      .join('')}</article></body>`,
  );

// Runs Pizhu and Readability a few times before the measurement, so that the engine has compiled both by then.
const warm = textOf(SIZES['100 KB']);
for (let i = 0; i < 12; i++) readText(warm, context);
for (let i = 0; i < 3; i++) {
  const { window } = pageOf(warm);
  new Readability(window.document).parse();
  window.close();
}

const figures = {};
for (const [name, bytes] of Object.entries(SIZES)) {
  const text = textOf(bytes);
  const per10k = (ms) => Number(((ms / text.length) * 10_000).toFixed(2));
  const runs = bytes < 1e6 ? 25 : 3;
  const tasks = per10k(median(Array.from({ length: runs }, () => timed(() => readText(text, context)))));
  const { window } = pageOf(text);
  const readability = per10k(timed(() => new Readability(window.document).parse()));
  window.close();
  const found = readText(text, context).taskLists.reduce((sum, list) => sum + list.tasks.length, 0);
  figures[name] = {
    characters: text.length,
    tasksFound: found,
    tasks,
    readability,
    ratio: Number((tasks / readability).toFixed(2)),
  };
  console.log(
    `${name.padStart(6)}: ${text.length} characters, ${found} tasks; per 10,000 characters tasks ${tasks} ms, Readability ${readability} ms (${figures[name].ratio})`,
  );
}

const linear = figures['1 MB'].tasks <= LINEAR * figures['100 KB'].tasks;
const goals = { linear, 'at most 6 ms for 10,000 characters': figures['10 KB'].tasks <= MOST_MS };
console.log(JSON.stringify({ figures, goals }));
