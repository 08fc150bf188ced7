// npm run bench:inject
// Compares, in three cases, the load time of a page that is not saved: with Pizhu, with an extension whose content
// script is empty, and without an extension.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run, setUp } from '../setup.mjs';
import { article, seeded } from './anchor/article.mjs';

setUp(['chromium']);
if (run('npx', ['wxt', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] })) process.exit(1);
const { allowHost, launchChromium } = await import('../lib/chromium.mjs');
const { servePages } = await import('../lib/server.mjs');

const LOADS = 20;
/** The number of loads before the measurement. They fill caches and let the engine compile code. */
const WARMING = 4;
const BYTES = 100 * 1024;
/** Milliseconds after the load event within which deferred work of a script still counts. */
const AFTER = 400;

/**
 * Makes an extension whose only content script is empty. Like Pizhu's, the script runs in every page and frame, and at
 * the same stage of loading.
 */
function emptyExtension() {
  const folder = mkdtempSync(join(tmpdir(), 'pizhu-empty-'));
  const script = { matches: ['*://*/*'], js: ['empty.js'], all_frames: true, run_at: 'document_start' };
  const manifest = { manifest_version: 3, name: 'Empty', version: '1', content_scripts: [script] };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'empty.js'), '');
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/**
 * Grants access to all sites, as a click on the settings page does. Waits until the content script is registered for
 * them.
 */
async function grant({ browser, extensionId }) {
  await allowHost(browser, extensionId, '*://*/*');
  const options = await browser.newPage();
  await options.goto(`chrome-extension://${extensionId}/options.html`);
  await (await options.waitForSelector('[data-testid=grant-all]')).click();
  await options.waitForFunction(
    async () => (await chrome.scripting.getRegisteredContentScripts({ ids: ['stub'] })).length === 1,
    { polling: 100, timeout: 10_000 },
  );
  await options.close();
}

async function openPage({ browser }) {
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  return async (url) => {
    await page.bringToFront();
    await page.goto('about:blank');
    const from = await busy();
    await page.goto(url, { waitUntil: 'load' });
    await new Promise((later) => setTimeout(later, AFTER));
    const thread = (await busy()) - from;
    const load = await page.evaluate(() => {
      const [{ loadEventEnd, responseEnd }] = performance.getEntriesByType('navigation');
      // Measures from the last byte on, because the extension does not influence the network.
      return loadEventEnd - responseEnd;
    });
    return { load, thread };
  };
}

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/** The median of the runs, and the distance between the quartiles. This distance shows how much the results vary. */
function figuresOf(runs, what) {
  const sorted = runs.map((run) => run[what]).sort((a, b) => a - b);
  return { median: at(sorted, 0.5), spread: at(sorted, 0.75) - at(sorted, 0.25) };
}

const paragraphs = article(seeded(7), BYTES).map((text) => `<p>${text}</p>`);
const html = `<!doctype html><meta charset="utf-8"><title>测试文章</title><h1>测试文章</h1><main>${paragraphs.join('\n')}</main>`;
const server = await servePages(root, new Map([['article.html', html]]));
const empty = emptyExtension();
const ways = [
  { name: 'no extension', extensionDir: null },
  { name: 'empty content script', extensionDir: empty.folder },
  { name: 'Pizhu', extensionDir: join(root, '.output/chrome-mv3') },
];
try {
  for (const way of ways) {
    way.chromium = await launchChromium({ extensionDir: way.extensionDir });
    if (way.name === 'Pizhu') await grant(way.chromium);
    way.visit = await openPage(way.chromium);
    way.runs = [];
  }
  // The three cases take turns, and each is the first equally often. So disturbances affect all equally.
  for (let i = -WARMING; i < LOADS; i++)
    for (let turn = 0; turn < ways.length; turn++) {
      const way = ways[(turn + i + WARMING) % ways.length];
      const measured = await way.visit(`${server.origin}/article.html?${i}`);
      if (i >= 0) way.runs.push(measured);
    }
  const figures = {};
  console.log(`${LOADS} loads each in turn, a page of 100 KB, ${await ways[0].chromium.browser.version()}`);
  console.log(`${''.padEnd(24)}last byte to load, ms (quartiles apart)   main thread, ms (quartiles apart)`);
  for (const { name, runs } of ways) {
    const [load, thread] = ['load', 'thread'].map((what) => figuresOf(runs, what));
    figures[name] = { load, thread };
    const cell = ({ median, spread }) => `${median.toFixed(1)} (${spread.toFixed(1)})`.padStart(24);
    console.log(`${name.padEnd(24)}${cell(load)}${' '.repeat(18)}${cell(thread)}`);
  }
  const [own, bare] = [figures.Pizhu, figures['empty content script']];
  // Pizhu counts as slower if its median exceeds the median of the empty script by more than the runs of the empty
  // script vary.
  const goals = { notSlower: own.load.median - bare.load.median <= bare.load.spread };
  console.log('');
  console.log(
    JSON.stringify({ figures, goals }, (_, value) =>
      typeof value === 'number' ? Number(value.toPrecision(4)) : value,
    ),
  );
} finally {
  for (const { chromium } of ways) await chromium?.close();
  await server.close();
  empty.remove();
}
