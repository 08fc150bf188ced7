// npm run bench:tasks: times the reading of tasks in a text, beside Readability on a page with the same text.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Readability } from '@mozilla/readability';
import { JSDOM } from 'jsdom';
import { build } from 'vite';
import { root } from '../setup.mjs';

/** Sizes in bytes of UTF-8, in which a Chinese character takes three. */
const SIZES = { '10 KB': 10e3, '100 KB': 100e3, '1 MB': 1e6 };
/** The limit for a linear rule: how much longer one character may take in a text ten times as long. */
const LINEAR = 2;

// Node 20 reads no TypeScript, so the sources are bundled first.
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

// Both run a few times before the measurement, so that neither includes compilation.
const warm = textOf(SIZES['100 KB']);
for (let i = 0; i < 3; i++) {
  readText(warm, context);
  const { window } = pageOf(warm);
  new Readability(window.document).parse();
  window.close();
}

const figures = {};
for (const [name, bytes] of Object.entries(SIZES)) {
  const text = textOf(bytes);
  const per10k = (ms) => Number(((ms / text.length) * 10_000).toFixed(2));
  const runs = bytes < 1e6 ? 9 : 3;
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
console.log(JSON.stringify({ figures, goals: { linear } }));
