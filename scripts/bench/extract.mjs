// npm run bench:extract
// Times Pizhu's whole extraction (article and tasks) in Chromium, and compares it with other extractors.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';
import { build } from 'vite';
import { findBrowser } from '../lib/browsers.mjs';
import { root } from '../setup.mjs';
import { installPeers, peersFolder } from './peers.mjs';

const ROUNDS = { ours: 9, peers: 3 };
/** The least duration of one sample, in milliseconds. Faster runs are repeated until they take this long. */
const ENOUGH = { ours: 12, peers: 5 };
/** On every `every`th page, also measures the first run in a new browser context, `rounds` times. */
const FIRST = { every: 8, rounds: 3 };

installPeers();

const bundle = async (entry, alias, format) => {
  const out = await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'chrome120',
      ...(format === 'node'
        ? { ssr: entry }
        : { lib: { entry, name: 'bench', formats: ['iife'] }, minify: true }),
    },
  });
  return (Array.isArray(out) ? out[0] : out).output[0].code;
};
const peers = join(peersFolder, 'node_modules');
const script = await bundle(join(root, 'scripts/bench/extract/page.ts'), {
  '@extractus/article-extractor': join(peers, '@extractus/article-extractor/esm/mod.js'),
  defuddle: join(peers, 'defuddle/dist/index.js'),
  '@': root,
});

const corpus = join(root, '../shared/corpus/pages');
const folder = existsSync(corpus) ? corpus : join(root, 'test/pages');
if (folder !== corpus) console.log('The corpus is not beside this checkout: our own pages are read instead.');
const cache = mkdtempSync(join(tmpdir(), 'pizhu-bench-'));
const { decodeHtml } = await import(
  `data:text/javascript,${encodeURIComponent(await bundle(join(root, 'lib/article/page/decode.ts'), {}, 'node'))}`
);
const pages = readdirSync(folder)
  .filter((file) => file.endsWith('.html'))
  .map((file) => ({ file, html: decodeHtml(readFileSync(join(folder, file))) }));

const browser = await puppeteer.launch({
  executablePath: findBrowser('chromium'),
  headless: true,
  pipe: true,
  userDataDir: cache,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const open = async (context) => {
  const page = await context.newPage();
  await page.goto(pathToFileURL(join(root, 'scripts/bench/extract/blank.html')).href);
  await page.addScriptTag({ content: script });
  return page;
};
/**
 * Measures the first reading of a page, before any code is compiled. The new browser context has a process of its own,
 * like a newly opened page.
 */
const firstRun = async (html, name) => {
  const context = await browser.createBrowserContext();
  try {
    return await (await open(context)).evaluate((...of) => globalThis.bench.once(...of), html, name);
  } finally {
    await context.close();
  }
};
const rows = [];
const firsts = [];
try {
  for (const { html } of pages.filter((_, i) => i % FIRST.every === 0))
    for (let round = 0; round < FIRST.rounds; round++)
      firsts.push({
        ours: await firstRun(html, 'ours'),
        readability: await firstRun(html, 'readability'),
      });
  const page = await open(browser);
  const run = (html, names, rounds, enough) =>
    page.evaluate((...of) => globalThis.bench.measure(...of), html, names, rounds, enough);
  // Reads all pages once before the measurement, so that the JavaScript engine has compiled the code by then.
  for (const { html } of pages) await run(html, ['ours', 'readability'], 1, 1);
  for (const { file, html } of pages) {
    const pair = await run(html, ['ours', 'readability'], ROUNDS.ours, ENOUGH.ours);
    // Measures reading the article separately, because `ours` runs the same code and would keep it compiled.
    const alone = await run(html, ['article'], ROUNDS.ours, ENOUGH.ours);
    const others = await run(html, ['defuddle', 'extractus'], ROUNDS.peers, ENOUGH.peers);
    const stretch = await page.evaluate((own) => globalThis.bench.longestStretch(own, 5), html);
    const isArticle = await page.evaluate((own) => globalThis.bench.isArticle(own), html);
    rows.push({ file, size: html.length, ...pair, ...alone, ...others, stretch, isArticle });
  }
} finally {
  await browser.close();
  rmSync(cache, { recursive: true, force: true, maxRetries: 3 });
}

const quantile = (values, q) => {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];
};
const round = (value) => Math.round(value * 100) / 100;
const names = ['ours', 'article', 'readability', 'defuddle', 'extractus'];
const figures = { pages: rows.length };
for (const name of names) {
  const times = rows.map((row) => row[name]);
  figures[name] = {
    median: round(quantile(times, 0.5)),
    p95: round(quantile(times, 0.95)),
    max: round(quantile(times, 1)),
    failed: times.filter((time) => !Number.isFinite(time)).length,
  };
}
const ratios = rows.map((row) => row.ours / row.readability);
const articles = rows.map((row) => row.article / row.readability);
figures.ratioToReadability = {
  ofMedians: round(figures.ours.median / figures.readability.median),
  ofP95s: round(figures.ours.p95 / figures.readability.p95),
  perPageMedian: round(quantile(ratios, 0.5)),
  perPageP95: round(quantile(ratios, 0.95)),
  perPageMax: round(quantile(ratios, 1)),
  articlePerPageMedian: round(quantile(articles, 0.5)),
  articlePerPageP95: round(quantile(articles, 0.95)),
};
figures.firstRun = {
  ours: round(
    quantile(
      firsts.map(({ ours }) => ours),
      0.5,
    ),
  ),
  readability: round(
    quantile(
      firsts.map(({ readability }) => readability),
      0.5,
    ),
  ),
};
const slowest = [...rows].sort((a, b) => b.stretch - a.stretch)[0];
figures.longestStretch = round(slowest.stretch);
const refused = rows.filter((row) => !row.isArticle).map((row) => row.file);
figures.refused = refused.length;

console.log(
  `${rows.length} pages, ms`.padEnd(32),
  'median'.padStart(9),
  'p95'.padStart(9),
  'max'.padStart(9),
);
for (const name of names) {
  const { median, p95, max, failed } = figures[name];
  console.log(
    name.padEnd(32),
    ...[median, p95, max].map((value) => value.toFixed(2).padStart(9)),
    failed ? ` (${failed} pages not read)` : '',
  );
}
const { ofMedians, ofP95s, perPageMedian, perPageP95, perPageMax, articlePerPageMedian, articlePerPageP95 } =
  figures.ratioToReadability;
const line = (name, ...values) =>
  console.log(name.padEnd(32), ...values.map((value) => value.toFixed(2).padStart(9)));
line('ours / readability', ofMedians, ofP95s);
line('ours / readability, page by page', perPageMedian, perPageP95, perPageMax);
line('article / readability, the same', articlePerPageMedian, articlePerPageP95);
const { firstRun: first } = figures;
line('first run in a fresh context', first.ours);
line('  of readability', first.readability);
if (process.argv.includes('--pages'))
  for (const row of [...rows].sort((a, b) => b.ours / b.readability - a.ours / a.readability))
    console.log(
      row.file.padEnd(44),
      String(row.size).padStart(7),
      ...[row.ours, row.readability, row.ours / row.readability, row.stretch].map((n) =>
        n.toFixed(2).padStart(8),
      ),
    );
console.log(
  `longest stretch without a pause: ${figures.longestStretch} ms (${slowest.file}, ${slowest.size} characters)`,
);
console.log(
  `taken for something else than an article: ${refused.length} of ${rows.length} ${refused.join(' ')}`,
);
console.log(
  JSON.stringify({
    figures,
    goals: {
      'at most 1.1 × bare Readability at the median': ofMedians <= 1.1,
      'at most 0.6 × bare Readability at p95': ofP95s <= 0.6,
      'page by page at most 1.3 × bare Readability at the median': perPageMedian <= 1.3,
      'at most 5% of the articles refused': refused.length <= rows.length * 0.05,
      'no stretch above 50 ms': figures.longestStretch <= 50,
    },
  }),
);
