// Measures what painting costs on the main thread, as the browser reports it: script, style, layout and paint.
const SEEDS = [11, 22, 33, 44, 55];
const BYTES = 100 * 1024;
const COUNT = 1000;
const INSERTIONS = 2000;
const WAYS = ['none', 'pizhu', 'liveRanges', 'wrapping', 'hypothesis'];
const NAMES = {
  none: 'nothing painted',
  pizhu: 'Pizhu: CSS Custom Highlight, StaticRange',
  liveRanges: 'the same with live ranges',
  wrapping: 'batched wrapping in elements',
  hypothesis: 'Hypothesis client',
};

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Medians over the seeds for each method: milliseconds beyond an idle page's, and the number of elements added. */
export async function measurePainting(page, url) {
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  const runs = Object.fromEntries(WAYS.map((way) => [way, []]));
  for (const seed of SEEDS)
    for (const way of WAYS) {
      await page.goto(url);
      await page.evaluate((options) => bench.painting.build(options), { seed, bytes: BYTES, count: COUNT });
      let from = await busy();
      const added = await page.evaluate((one) => bench.painting.paint(one), way);
      const paint = (await busy()) - from;
      from = await busy();
      const later = await page.evaluate((count) => bench.painting.insertLater(count), INSERTIONS);
      const redraw = (await busy()) - from - later;
      runs[way].push({ paint, added, later, redraw });
    }
  const of = (way, what) => median(runs[way].map((run) => run[what]));
  return Object.fromEntries(
    WAYS.map((way) => [
      way,
      {
        paint: Math.max(0.1, of(way, 'paint') - (way === 'none' ? 0 : of('none', 'paint'))),
        added: of(way, 'added'),
        later: of(way, 'later'),
        redraw: of(way, 'redraw'),
        laterSpread:
          Math.max(...runs[way].map(({ later }) => later)) - Math.min(...runs[way].map(({ later }) => later)),
      },
    ]),
  );
}

export function printPainting(painting) {
  console.log(
    `painting ${COUNT} passages of 100 KB, layout and paint included, then ${INSERTIONS} insertions into the page`,
  );
  console.log(`${''.padEnd(44)}paint ms  elements added  later ms (spread)  redraw ms`);
  for (const way of WAYS) {
    const { paint, added, later, laterSpread, redraw } = painting[way];
    console.log(
      `${NAMES[way].padEnd(44)}${paint.toFixed(1).padStart(8)}${String(added).padStart(16)}${later.toFixed(1).padStart(10)} (${laterSpread.toFixed(1)})${redraw.toFixed(1).padStart(12)}`,
    );
  }
  console.log('');
}
