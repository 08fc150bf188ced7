// npm run bench:panel -- --n 1000,10000,50000
// Measures the panel of the built extension with collections of several sizes. Compares it with a page that only opens
// the database. The last line is JSON with the goals.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root, run, setUp } from '../setup.mjs';
import { cpuOfAll } from './cpu.mjs';
import { bundle } from './isolatedPage.mjs';
import { PLANTED } from './search/articles.mjs';

const { values } = parseArgs({ options: { n: { type: 'string', default: '1000,10000,50000' } } });
const SIZES = values.n.split(',').map(Number);
if (!SIZES.every((n) => n > 0)) throw new Error('--n takes numbers of articles, as in --n 1000,10000.');

setUp(['chromium']);
if (run('npx', ['wxt', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] })) process.exit(1);
const { launchChromium } = await import('../lib/chromium.mjs');

/** How many times each value is measured. The result is the median. */
const TIMES = 5;
/** How many times a page is opened: more often than the rest is measured, because this time varies more. */
const OPENINGS = 11;
/** The largest factor by which a value may grow from the smallest to the largest collection. */
const GROWS = 1.5;
/** A time of at most these milliseconds meets the goal, whatever the factor. */
const WITHIN = 100;
/** For how many seconds in a row the browser must be at rest, and the CPU seconds that it may use in each of them. */
const QUIET = 3;
const AT_REST = 0.05;
/** The most seconds to wait until it is. */
const MOST_WAIT = 900;
/** The most time until the first rows show, as a multiple of the time of a page that only opens the database. */
const BARE = 1.5;

const median = (all) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)];

async function several(once) {
  const all = [];
  for (let i = 0; i < TIMES; i++) all.push(await once());
  return median(all);
}

/** Calls `start` in the page, and checks at each frame whether `done` is true. Returns the milliseconds until then. */
const waited = (page, start, done, given) =>
  page.evaluate(
    async (starts, isDone, value) => {
      const holds = new Function('given', `return (${isDone})(given)`);
      const from = performance.now();
      new Function('given', `return (${starts})(given)`)(value);
      while (!holds(value)) await new Promise((frame) => requestAnimationFrame(frame));
      return performance.now() - from;
    },
    String(start),
    String(done),
    given,
  );

/** Milliseconds from the start of the navigation until fifty rows are read, in a page that does nothing else. */
async function bare(page, origin) {
  await page.goto('about:blank');
  await page.goto(`${origin}/offscreen.html`);
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('pizhu');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const rows = db.transaction('list').objectStore('list').index('[capturedAt+id]');
          let left = 50;
          rows.openCursor(null, 'prev').onsuccess = ({ target }) => {
            if (target.result && left-- > 0) return target.result.continue();
            db.close();
            resolve(performance.now());
          };
        };
      }),
  );
}

/** Runs in the panel before its own scripts: notes the time at which rows are first visible. */
function watchForRows() {
  if (!location.pathname.endsWith('/sidepanel.html')) return;
  globalThis.rowsShown = new Promise((resolve) => {
    const look = () => {
      const row = document.querySelector('[data-testid=article-row]');
      if (row?.checkVisibility({ visibilityProperty: true })) resolve(performance.now());
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** Milliseconds from the start of the navigation until the first frame in which the panel shows rows. */
async function firstRows(page, origin) {
  await page.goto('about:blank');
  await page.goto(`${origin}/sidepanel.html`);
  return page.evaluate(() => globalThis.rowsShown);
}

const type = (given) => {
  const field = document.querySelector('[data-testid=search]');
  field.value = given.words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
};
/**
 * Runs in the panel: types a note and leaves the field. Returns the milliseconds from leaving the field until every
 * page of the extension is told that the note is written. Leaves the field at once, because a pause in typing would
 * also write the note.
 */
async function writeNote(words) {
  const field = document.querySelector('[data-testid=note]');
  // A note that exists is shown as text, and its field hidden, until the person edits it.
  document.querySelector('[data-testid=edit-note]')?.click();
  while (!field.checkVisibility()) await new Promise((frame) => requestAnimationFrame(frame));
  const channel = new BroadcastChannel('pizhu-changes');
  const told = new Promise((resolve) => {
    // Ignores that the article is marked as read, which is no step of the history.
    channel.onmessage = ({ data }) => data.refs.some(({ kind }) => kind === 'history') && resolve();
  });
  field.focus();
  field.value = words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  const from = performance.now();
  field.blur();
  await told;
  channel.close();
  return performance.now() - from;
}

const clickOn = (given) => document.querySelector(given.selector).click();
const isThere = (given) =>
  document.querySelector(given.there)?.checkVisibility({ visibilityProperty: true }) === true;

/**
 * Lets the page fill the collection. Asks again and again whether it has finished, because no call may take longer
 * than a minute.
 */
async function filled(page, script) {
  await page.evaluate(`globalThis.filling = ${script}.then(() => true); undefined`);
  const isDone = () =>
    Promise.race([globalThis.filling, new Promise((resolve) => setTimeout(resolve, 5000, false))]);
  while (!(await page.evaluate(isDone)));
}

/**
 * Waits until the browser is at rest. After so many writes at once, its database puts its files in order, and the
 * background backs the collection up, which a person who has collected for years seldom sees.
 */
async function settled(browser) {
  let quiet = 0;
  let before = await cpuOfAll(browser);
  for (let i = 0; i < MOST_WAIT && quiet < QUIET; i++) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const now = await cpuOfAll(browser);
    quiet = now - before < AT_REST ? quiet + 1 : 0;
    before = now;
  }
}

async function measure(n) {
  const chromium = await launchChromium({ extensionDir: join(root, '.output/chrome-mv3') });
  try {
    const origin = `chrome-extension://${chromium.extensionId}`;
    const page = await chromium.browser.newPage();
    page.setDefaultTimeout(0);
    await page.evaluateOnNewDocument(watchForRows);
    const session = await page.createCDPSession();
    // Lets fields get and lose the focus, although the window itself may not have it.
    await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    await page.setViewport({ width: 360, height: 700 });
    await page.goto(`${origin}/offscreen.html`);
    const script = await bundle('scripts/bench/panel/page.mjs');
    await filled(page, `(async () => { ${script}\nawait bench.fill(${n}); })()`);
    await settled(chromium.browser);
    const bares = [];
    const rows = [];
    // Measures both in turn, so that other work on the machine slows both alike.
    for (let i = 0; i < OPENINGS; i++) {
      bares.push(await bare(page, origin));
      rows.push(await firstRows(page, origin));
    }
    const found = { 'bare page': median(bares), 'first rows': median(rows) };
    found['marks of an unsaved page'] = await several(async () => {
      await page.goto(`${origin}/offscreen.html`);
      return page.evaluate(
        `(async () => { ${script}\nreturn bench.unsavedPage('https://unsaved.example/1'); })()`,
      );
    });
    await firstRows(page, origin);
    const [rare] = PLANTED;
    found['last key to results'] = await several(async () => {
      const answered = () => /^\d[\d,]* \/ /.test(document.querySelector('[role=status]').textContent);
      const ms = await waited(page, type, answered, { words: rare.words });
      // The count of all articles shows before their rows. A box ticked in between would belong to another row
      // afterwards.
      const all = () =>
        /^[\d,]+ 篇$/.test(document.querySelector('[role=status]').textContent) &&
        Number(document.querySelector('[data-testid=article-row]').ariaSetSize) >= 50;
      await waited(page, type, all, { words: '' });
      return ms;
    });
    found['tick of a box'] = await several(async () => {
      const given = { selector: '[data-testid=article-row] input', there: '[data-testid=bulk-bar]' };
      const ms = await waited(page, clickOn, isThere, given);
      await waited(page, clickOn, (one) => document.querySelector(one.there) === null, given);
      return ms;
    });
    const opening = [];
    const closing = [];
    const writing = [];
    for (let i = 0; i < TIMES; i++) {
      opening.push(
        await waited(page, clickOn, isThere, {
          selector: '[data-testid=article-row] .headline',
          there: '[data-testid=article-view] .note-and-tags',
        }),
      );
      writing.push(await page.evaluate(writeNote, `第${i}次核对`));
      closing.push(
        await waited(page, clickOn, isThere, {
          selector: '[data-testid=back]',
          there: '[data-testid=article-row]',
        }),
      );
    }
    found['opening an article'] = median(opening);
    found['closing it'] = median(closing);
    found['writing a note'] = median(writing);
    found.elements = await page.evaluate(() => document.querySelectorAll('*').length);
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    found['heap, MB'] = usedSize / 1e6;
    return found;
  } finally {
    await chromium.close();
  }
}

const results = [];
for (const n of SIZES) {
  console.log(`${n} articles …`);
  results.push(await measure(n));
}
const names = Object.keys(results[0]);
console.log(`| | ${SIZES.join(' | ')} |\n| --- |${' --- |'.repeat(SIZES.length)}`);
for (const name of names)
  console.log(
    `| ${name} | ${results.map((found) => found[name].toFixed(found[name] < 10 ? 1 : 0)).join(' | ')} |`,
  );
const [first] = results;
const last = results.at(-1);
const goals = Object.fromEntries(
  names
    .filter((name) => name !== 'bare page')
    .map((name) => {
      const isTime = name !== 'elements' && name !== 'heap, MB';
      const least = first[name] * GROWS;
      const target =
        name === 'first rows' ? last['bare page'] * BARE : isTime ? Math.max(least, WITHIN) : least;
      return [
        name,
        { value: Number(last[name].toFixed(1)), target: Number(target.toFixed(1)), ok: last[name] <= target },
      ];
    }),
);
console.log(JSON.stringify({ bench: 'panel', sizes: SIZES, goals }));
