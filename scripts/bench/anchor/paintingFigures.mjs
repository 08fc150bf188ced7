// Measures the time that painting takes on the main thread, as the browser reports it: script, style, layout and paint.
const SEEDS = [11, 22, 33, 44, 55];
const BYTES = 100 * 1024;
const COUNT = 1000;
const INSERTIONS = 2000;
const LETTERS = 60;
const STEPS = 60;
const WAYS = ['none', 'pizhu', 'liveRanges', 'wrapping', 'hypothesis'];
const NAMES = {
  none: 'nothing painted',
  pizhu: 'Pizhu: CSS Custom Highlight, StaticRange',
  liveRanges: 'the same with live ranges',
  wrapping: 'batched wrapping in elements',
  hypothesis: 'Hypothesis client',
};

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/**
 * Medians over the seeds for each way of painting: the milliseconds of each step, and the number of elements added. The
 * time for painting is without that of a page on which nothing is painted.
 */
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
      from = await busy();
      await page.evaluate((count) => bench.painting.type(count), LETTERS);
      const typing = (await busy()) - from;
      from = await busy();
      await page.evaluate((steps) => bench.painting.scroll(steps), STEPS);
      const scrolling = (await busy()) - from;
      runs[way].push({ paint, added, later, redraw, typing, scrolling });
    }
  const of = (way, what) => median(runs[way].map((run) => run[what]));
  const spread = (way, what) => {
    const all = runs[way].map((run) => run[what]);
    return Math.max(...all) - Math.min(...all);
  };
  return Object.fromEntries(
    WAYS.map((way) => [
      way,
      {
        paint: Math.max(0.1, of(way, 'paint') - (way === 'none' ? 0 : of('none', 'paint'))),
        added: of(way, 'added'),
        later: of(way, 'later'),
        redraw: of(way, 'redraw'),
        laterSpread: spread(way, 'later'),
        typing: of(way, 'typing'),
        typingSpread: spread(way, 'typing'),
        scrolling: of(way, 'scrolling'),
        scrollingSpread: spread(way, 'scrolling'),
      },
    ]),
  );
}

export function printPainting(painting) {
  console.log(
    `painting ${COUNT} passages of 100 KB, layout and paint included, then ${INSERTIONS} insertions, ${LETTERS} letters typed, ${STEPS} steps scrolled`,
  );
  console.log(
    `${''.padEnd(44)}paint ms  elements added  later ms (spread)  redraw ms  typing ms (spread)  scrolling ms (spread)`,
  );
  for (const way of WAYS) {
    const { paint, added, later, laterSpread, redraw, typing, typingSpread, scrolling, scrollingSpread } =
      painting[way];
    console.log(
      `${NAMES[way].padEnd(44)}${paint.toFixed(1).padStart(8)}${String(added).padStart(16)}${later.toFixed(1).padStart(10)} (${laterSpread.toFixed(1)})${redraw.toFixed(1).padStart(12)}${typing.toFixed(1).padStart(12)} (${typingSpread.toFixed(1)})${scrolling.toFixed(1).padStart(14)} (${scrollingSpread.toFixed(1)})`,
    );
  }
  console.log('');
}
