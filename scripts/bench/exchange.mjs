// npm run bench:exchange -- --n 10000
// Measures time and peak memory of exporting to a file and importing it in Chromium. Compares the export with one
// JSON.stringify of the same rows, and the import with one JSON.parse and one bulkPut. The last line of the output is
// JSON: figures and goals.
import { parseArgs } from 'node:util';
import { findBrowser } from '../lib/browsers.mjs';
import { setUp } from '../setup.mjs';
import { bundle, serve } from './isolatedPage.mjs';

setUp(['chromium']);
const { default: puppeteer } = await import('puppeteer-core');

const { values } = parseArgs({ options: { n: { type: 'string', default: '10000' } } });
const COUNT = Number(values.n);
if (!(COUNT > 0)) throw new Error('--n takes a number of articles, as in --n 10000.');

/** The most memory and time that Pizhu may take, as a multiple of the plain JSON functions. */
const GOALS = { memory: 0.25, exportTime: 1.5, importTime: 1.5 };
/** Milliseconds between two measurements of the heap. */
const LOOK = 100;

/** Calls a function in a new page. Returns its result and the greatest growth of the heap in MB. */
async function measured(browser, url, name, ...args) {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(String(error)));
  await page.goto(url);
  const session = await page.createCDPSession();
  const heap = async () => {
    const { usedSize, backingStorageSize = 0 } = await session.send('Runtime.getHeapUsage');
    return (usedSize + backingStorageSize) / 1e6;
  };
  await session.send('HeapProfiler.collectGarbage');
  const before = await heap();
  let peak = before;
  let isDone = false;
  const look = (async () => {
    while (!isDone) {
      // Ignores an error, because a page that failed may be closed by now.
      peak = Math.max(peak, await heap().catch(() => 0));
      await new Promise((resolve) => setTimeout(resolve, LOOK));
    }
  })();
  const value = await page.evaluate((one, given) => globalThis.bench[one](...given), name, args);
  isDone = true;
  await look;
  await page.close();
  return { ...value, peakMB: peak - before };
}

const goal = (value, target) => ({ value: Number(value.toFixed(2)), target, ok: value <= target });

const server = await serve(await bundle('scripts/bench/exchange/page.mjs'));
const browser = await puppeteer.launch({
  executablePath: findBrowser('chromium'),
  headless: true,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  protocolTimeout: 3_600_000,
});
try {
  console.log(`${COUNT} articles of about 3,000 characters with 5 marks each, ${await browser.version()}.`);
  const run = (name, ...args) => measured(browser, server.url, name, ...args);
  await run('fill', COUNT);
  const figures = {};
  for (const name of ['exportPlain', 'exportOurs', 'importPlain', 'importRows', 'importOurs'])
    figures[name] = await run(name);
  console.log('| | ms | peak MB |\n| --- | --- | --- |');
  for (const [name, { ms, peakMB }] of Object.entries(figures))
    console.log(`| ${name} | ${ms.toFixed(0)} | ${peakMB.toFixed(1)} |`);
  const { exportPlain, exportOurs, importPlain, importOurs } = figures;
  const goals = {
    exportMemory: goal(exportOurs.peakMB / exportPlain.peakMB, GOALS.memory),
    exportTime: goal(exportOurs.ms / exportPlain.ms, GOALS.exportTime),
    importMemory: goal(importOurs.peakMB / importPlain.peakMB, GOALS.memory),
    importTime: goal(importOurs.ms / importPlain.ms, GOALS.importTime),
    articlesLost: goal(COUNT - importOurs.written, 0),
  };
  console.log(JSON.stringify({ bench: 'exchange', n: COUNT, figures, goals }));
} finally {
  await browser.close();
  server.close();
}
