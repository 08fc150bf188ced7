// Measures the time that painting takes on the main thread, as the browser reports it: script, style, layout and paint.
const SEEDS = [11, 22, 33, 44, 55];
const COUNT = 1000;
const INSERTIONS = 2000;
const LETTERS = 60;
const STEPS = 60;
/**
 * The pages on which passages are painted. In the dense one, nearly every word in the window belongs to a passage. The
 * sparse one has a tenth of that.
 */
const PAGES = {
  dense: {
    name: '100 KB',
    bytes: 100 * 1024,
    ways: ['none', 'pizhu', 'liveRanges', 'wrapping', 'hypothesis'],
  },
  sparse: { name: '1 MB', bytes: 1024 * 1024, ways: ['none', 'pizhu'] },
};
const NAMES = {
  none: 'nothing painted',
  pizhu: 'Pizhu: CSS Custom Highlight, StaticRange',
  liveRanges: 'the same with live ranges',
  wrapping: 'batched wrapping in elements',
  hypothesis: 'Hypothesis client',
};
/** The measured steps, with the heads of their columns. */
const COLUMNS = {
  paint: 'paint ms',
  added: 'elements added',
  later: 'later ms',
  redraw: 'redraw ms',
  typing: 'typing ms',
  scrolling: 'scrolling ms',
  wheel: 'wheel ms',
};
/** The steps whose times are printed with the difference of the slowest and the fastest run. */
const WITH_SPREAD = ['later', 'typing', 'scrolling', 'wheel'];

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Paints in one way on a new page, and measures each step in milliseconds. */
async function measureWay(page, url, busy, way, options) {
  await page.goto(url);
  await page.evaluate((one) => bench.painting.build(one), options);
  let from = await busy();
  const added = await page.evaluate((one) => bench.painting.paint(one), way);
  const paint = (await busy()) - from;
  from = await busy();
  const later = await page.evaluate((count) => bench.painting.insertLater(count), INSERTIONS);
  const redraw = (await busy()) - from - later;
  from = await busy();
  await page.evaluate((count) => bench.painting.type(count), LETTERS);
  const typing = (await busy()) - from;
  from = await busy();
  await page.evaluate((steps) => bench.painting.scroll(steps), STEPS);
  const scrolling = (await busy()) - from;
  from = await busy();
  await page.evaluate((steps) => bench.painting.wheel(steps), STEPS);
  const wheel = (await busy()) - from;
  return { paint, added, later, redraw, typing, scrolling, wheel };
}

/**
 * For each page and each way of painting: medians over the seeds of the milliseconds of each step, and of the number
 * of elements added. `spread`: the difference of the slowest and the fastest run. From the time for painting,
 * subtracts that of a page on which nothing is painted.
 */
export async function measurePainting(page, url) {
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  const results = {};
  for (const [id, { bytes, ways }] of Object.entries(PAGES)) {
    const runs = Object.fromEntries(ways.map((way) => [way, []]));
    for (const seed of SEEDS)
      for (const way of ways)
        runs[way].push(await measureWay(page, url, busy, way, { seed, bytes, count: COUNT }));
    results[id] = Object.fromEntries(ways.map((way) => [way, summarise(runs[way])]));
    const idle = results[id].none.paint;
    for (const way of ways)
      if (way !== 'none') results[id][way].paint = Math.max(0.1, results[id][way].paint - idle);
  }
  return results;
}

function summarise(runs) {
  const all = Object.keys(COLUMNS).map((what) => [what, runs.map((run) => run[what])]);
  return {
    ...Object.fromEntries(all.map(([what, values]) => [what, median(values)])),
    spread: Object.fromEntries(
      all.map(([what, values]) => [what, Math.max(...values) - Math.min(...values)]),
    ),
  };
}

export function printPainting(painting) {
  const width = (what) => COLUMNS[what].length + (WITH_SPREAD.includes(what) ? ' (spread)'.length : 0) + 2;
  for (const [id, { name, ways }] of Object.entries(PAGES)) {
    console.log(
      `painting ${COUNT} passages of ${name}, layout and paint included, then ${INSERTIONS} insertions, ${LETTERS} letters typed, ${STEPS} steps scrolled, ${STEPS} steps of the wheel`,
    );
    const heads = Object.keys(COLUMNS).map((what) =>
      `${COLUMNS[what]}${WITH_SPREAD.includes(what) ? ' (spread)' : ''}`.padStart(width(what)),
    );
    console.log(`${''.padEnd(42)}${heads.join('')}`);
    for (const way of ways) {
      const one = painting[id][way];
      const cells = Object.keys(COLUMNS).map((what) => {
        const value = what === 'added' ? String(one[what]) : one[what].toFixed(1);
        const spread = WITH_SPREAD.includes(what) ? ` (${one.spread[what].toFixed(1)})` : '';
        return `${value}${spread}`.padStart(width(what));
      });
      console.log(`${NAMES[way].padEnd(42)}${cells.join('')}`);
    }
    console.log('');
  }
}
