// npm run bench:anchor
// Describes, anchors and paints 1,000 passages in Chromium, with Pizhu and with other annotation libraries.
import { findBrowser } from '../lib/browsers.mjs';
import { setUp } from '../setup.mjs';
import { judgeAnchoring, printAnchoring, summarise } from './anchor/figures.mjs';
import { measurePainting, printPainting } from './anchor/paintingFigures.mjs';
import { unpackHypothesis } from './hypothesisSources.mjs';
import { bundle, serve } from './isolatedPage.mjs';
import { installPeers } from './peers.mjs';

setUp(['chromium']);
const { default: puppeteer } = await import('puppeteer-core');

const COUNT = 1000;
const SEEDS = [11, 22, 33, 44, 55, 66, 77];
const SIZES = { '3 KB': 3 * 1024, '100 KB': 100 * 1024 };
const SCENARIOS = ['unchanged', 'edited', 'chrome', 'both', 'traditional', 'rewritten'];
/** Slow libraries get fewer passages or seeds, as the output states. Their times are scaled to 1,000 passages. */
const RUNS = [
  { tool: 'pizhu', seeds: SEEDS },
  { tool: 'pizhuByQuote', seeds: SEEDS },
  { tool: 'hypothesisClient', seeds: SEEDS.slice(0, 5), small: SEEDS },
  { tool: 'domAnchorTextQuote', seeds: SEEDS.slice(0, 2), small: SEEDS.slice(0, 5) },
  { tool: 'apache', seeds: SEEDS.slice(0, 2), count: 100 },
  { tool: 'recogito', seeds: SEEDS.slice(0, 5) },
  { tool: 'indexOf', seeds: SEEDS.slice(0, 5) },
];

async function main() {
  installPeers();
  const hypothesis = unpackHypothesis();
  const server = await serve(
    await bundle('scripts/bench/anchor/page.mjs', { 'hypothesis-sources': hypothesis.folder }),
  );
  const browser = await puppeteer.launch({
    executablePath: findBrowser('chromium'),
    headless: true,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    protocolTimeout: 900_000,
  });
  const only = process.argv[2]?.split(',');
  try {
    console.log(
      `${COUNT} passages of 4 to 60 letters, seeds ${SEEDS.join(' ')}, ${await browser.version()}.`,
    );
    const page = await browser.newPage();
    page.on('console', (message) => console.log(message.text()));
    const results = [];
    for (const [size, bytes] of Object.entries(SIZES))
      for (const { tool, seeds, small = seeds, count = COUNT } of RUNS) {
        if (only && !only.includes(tool)) continue;
        // Loads a new page for each library, so that no library is slowed down by leftovers of another.
        await page.goto(server.url);
        const runs = [];
        for (const seed of size === '3 KB' ? small : seeds) {
          const options = { tool, seed, bytes, count, scenarios: SCENARIOS };
          runs.push(await page.evaluate((o) => bench.run(o), options));
        }
        results.push({ size, tool, count, seeds: runs.length, ...summarise(runs, COUNT / count) });
      }
    if (results.length) printAnchoring(results);
    const painting = only && !only.includes('painting') ? null : await measurePainting(page, server.url);
    if (painting) printPainting(painting);
    console.log(judgeAnchoring(results, painting));
  } finally {
    await browser.close();
    server.close();
    hypothesis.remove();
  }
}

await main();
