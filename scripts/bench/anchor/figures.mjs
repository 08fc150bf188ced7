// Computes the figures from the runs: medians over the seeds, totals of right and wrong results, and whether goals are
// met.
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const sum = (counts, name) => counts.reduce((total, one) => total + (one[name] ?? 0), 0);

/**
 * Summarises the runs of one library. `scale` converts the measured time to the number of passages that the output
 * names.
 */
export function summarise(runs, scale) {
  const scenarios = {};
  for (const name of Object.keys(runs[0].scenarios)) {
    const all = runs.map((run) => run.scenarios[name]);
    const findable = sum(all, 'kept') + sum(all, 'edited');
    const share = (...names) => names.reduce((total, one) => total + sum(all, one), 0) / (findable || 1);
    const removed = sum(all, 'removed');
    scenarios[name] = {
      anchor: median(all.map(({ anchor }) => anchor)) * scale,
      findable,
      right: share('kept right found', 'kept right moved', 'edited right found', 'edited right moved'),
      toConfirm: sum(all, 'kept right moved') / (sum(all, 'kept') || 1),
      wrongFound: share('kept wrong found', 'edited wrong found'),
      wrongMoved: share('kept wrong moved', 'edited wrong moved'),
      missed: share('kept missed', 'edited missed'),
      removed,
      removedFound: removed ? sum(all, 'removed wrong found') / removed : 0,
      removedMoved: removed ? sum(all, 'removed wrong moved') / removed : 0,
    };
  }
  return {
    describe: median(runs.map(({ describe }) => describe)) * scale,
    tie: median(runs.map(({ tie }) => tie)) * scale,
    scenarios,
  };
}

const ms = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(0)).padStart(8);
const percent = (value) => `${(100 * value).toFixed(2)}%`.padStart(9);

const NAMES = {
  pizhu: 'Pizhu',
  pizhuByQuote: 'Pizhu, captured text not at hand',
  hypothesisClient: 'Hypothesis client',
  domAnchorTextQuote: 'dom-anchor-text-quote, with hint',
  apache: '@apache-annotator/dom',
  recogito: '@recogito/text-annotator',
  indexOf: 'indexOf, the bound: no care taken',
};

const LEGEND = `
Each tool in a page of its own; times are medians over the seeds, one text index for all passages included.
Pizhu: describe and anchorAll of lib/annotation, as the reader calls them. Hypothesis client: describe and
anchor of its src/annotator/anchoring/html.ts, unpacked from the source map of the installed package.

unchanged  the page as it was          chrome  the same article in another page: menus, teasers, a repeated lead
edited     10% of the paragraphs edited, inserted, removed or moved                              both  the two
traditional  the same page turned to traditional characters
rewritten  four to eight letters that the article says once, one passage a paragraph; half of the paragraphs written
           anew around them, one in ten without them. Findable where the page says them once.

findable   passages whose words all stand in one piece, or of which an edit has left at least half in place
right      shown at exactly these words (of edited ones: on at least 70% of their place and little else),
           as found or as "moved, please confirm"; peers know no such state
confirm    passages with every word in place that are to be confirmed all the same
wrong      shown as found on other words;  wrong?  on other words, but to be confirmed
missed     said to be not on the page
gone       passages of which nothing is left;  gone!  shown as found all the same;  gone?  to be confirmed
`;

export function printAnchoring(results) {
  console.log(LEGEND);
  for (const size of new Set(results.map((one) => one.size)))
    for (const scenario of Object.keys(results[0].scenarios)) {
      console.log(`${size}, ${scenario}`);
      console.log(
        `${''.padEnd(34)}describe   anchor findable    right  confirm    wrong   wrong?   missed gone    gone!    gone?`,
      );
      for (const { tool, seeds, count, describe, scenarios, size: own } of results) {
        if (own !== size) continue;
        const s = scenarios[scenario];
        const note =
          count === 1000 ? `${seeds} seeds` : `${seeds} seeds, ${count} passages, times × ${1000 / count}`;
        console.log(
          `${NAMES[tool].padEnd(34)}${ms(describe)} ${ms(s.anchor)} ${String(s.findable).padStart(8)}${[s.right, s.toConfirm, s.wrongFound, s.wrongMoved, s.missed].map(percent).join('')} ${String(s.removed).padStart(4)}${percent(s.removedFound)}${percent(s.removedMoved)}  ${note}`,
        );
      }
      console.log('');
    }
}

/** The share of removed passages that a library nevertheless reports as found. */
function shareOfRemoved(all) {
  const removed = all.reduce((total, one) => total + one.removed, 0);
  return all.reduce((total, one) => total + one.removed * one.removedFound, 0) / (removed || 1);
}

/** The figures, and whether each goal is met. They are the last line of the output. */
export function judgeAnchoring(results, painting) {
  const of = (tool, size) => results.find((one) => one.tool === tool && one.size === size);
  const ours = results.filter(({ tool }) => tool === 'pizhu');
  const all = ours.flatMap(({ scenarios }) => Object.values(scenarios));
  const least = (...names) =>
    Math.min(...ours.flatMap(({ scenarios }) => names.map((name) => scenarios[name].right)));
  const figures = {
    right: least('unchanged', 'edited', 'chrome', 'both'),
    rightTraditional: least('traditional'),
    rightRewritten: least('rewritten'),
    wrongFound: Math.max(...all.map(({ wrongFound }) => wrongFound)),
    removedFound: Math.max(
      ...ours.flatMap(({ scenarios: { rewritten, ...others } }) =>
        Object.values(others).map(({ removedFound }) => removedFound),
      ),
      // In this scenario, few passages are removed completely: too few for a reliable share at each size of article. So
      // articles of 3 KB and of 100 KB are counted together.
      shareOfRemoved(ours.map(({ scenarios }) => scenarios.rewritten)),
    ),
    describe: Math.max(...ours.map(({ describe }) => describe)),
  };
  const goals = {
    right: figures.right >= 0.995,
    rightTraditional: figures.rightTraditional >= 0.99,
    rightRewritten: figures.rightRewritten >= 0.99,
    wrongFound: figures.wrongFound <= 0.001,
    removedFound: figures.removedFound <= 0.02,
    describe: figures.describe <= 10,
  };
  for (const [size, scenario, times] of [
    ['3 KB', 'unchanged', 10],
    ['100 KB', 'unchanged', 10],
    ['3 KB', 'edited', 3],
    ['100 KB', 'edited', 12],
  ]) {
    const [mine, theirs] = [of('pizhu', size), of('hypothesisClient', size)];
    if (!mine || !theirs) continue;
    const name = `timesFasterThanHypothesis ${size} ${scenario}`;
    figures[name] = theirs.scenarios[scenario].anchor / mine.scenarios[scenario].anchor;
    goals[name] = figures[name] >= times;
  }
  if (painting) {
    const { dense, sparse } = painting;
    figures.timesFasterThanWrapping = dense.wrapping.paint / dense.pizhu.paint;
    figures.elementsAdded = dense.pizhu.added;
    for (const [figure, step] of [
      ['laterInsertions', 'later'],
      ['typing', 'typing'],
      ['scrolling', 'scrolling'],
      ['wheel', 'wheel'],
    ]) {
      const { none, pizhu, wrapping } = dense;
      figures[figure] = { none: none[step], pizhu: pizhu[step], wrapping: wrapping[step] };
      figures[`${figure} 1 MB`] = { none: sparse.none[step], pizhu: sparse.pizhu[step] };
    }
    /**
     * Whether a step is no slower with marks than without. Tolerates the difference between the runs without marks.
     */
    const isFree = ({ none, pizhu }, step) => pizhu[step] - none[step] <= none.spread[step] + 1;
    goals.paint = figures.timesFasterThanWrapping >= 5;
    goals.nothingAdded = dense.pizhu.added === 0;
    goals.noLaterCost = isFree(dense, 'later');
    goals.noTypingCost = isFree(dense, 'typing');
    goals.noScrollingCost = isFree(dense, 'scrolling');
    goals.noWheelCost = isFree(dense, 'wheel');
    goals['noLaterCost 1 MB'] = isFree(sparse, 'later');
    goals['noTypingCost 1 MB'] = isFree(sparse, 'typing');
    goals['noScrollingCost 1 MB'] = isFree(sparse, 'scrolling');
    goals['noWheelCost 1 MB'] = isFree(sparse, 'wheel');
  }
  return JSON.stringify({ figures, goals }, (_, value) =>
    typeof value === 'number' ? Number(value.toPrecision(4)) : value,
  );
}
