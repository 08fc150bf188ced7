// npm run bench:faults -- --n 200 --seed 1 --only save,mark
// Tests that no fault damages the collection. Kills Chromium, stops the extension's background and closes its views at
// random moments. Also fills a small disk, and edits one article from five views at once. The last line is JSON: what
// was measured, and which goals are met.
import { parseArgs } from 'node:util';
import { root, run, setUp } from '../setup.mjs';
import { seeded } from './anchor/article.mjs';

setUp(['chromium']);
const { values } = parseArgs({
  options: {
    n: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: 'save,mark,edit,delete,undo,migrate,backup,disk,views' },
    rounds: { type: 'string', default: '10' },
    'no-build': { type: 'boolean', default: false },
  },
});
const COUNT = Number(values.n);
const SEED = Number(values.seed);
const ROUNDS = Number(values.rounds);
if (!(COUNT > 0 && SEED >= 0 && ROUNDS > 0)) throw new Error('--n, --seed and --rounds take numbers.');
if (!values['no-build'] && run('npx', ['wxt', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] }))
  process.exit(1);
const { servePages } = await import('../lib/server.mjs');
const { fullDisk } = await import('./faults/disk.mjs');
const { OPERATIONS } = await import('./faults/operations.mjs');
const { Session } = await import('./faults/session.mjs');
const { profileFrom, Run } = await import('./faults/trial.mjs');
const { editFromFiveViews } = await import('./faults/views.mjs');

const wanted = values.only.split(',');
const pages = new Map();
const server = await servePages(root, pages);
const template = profileFrom(null);
const numbers = { last: 0 };
const figures = {};
const reports = [];

/** Creates a profile that has the extension with access to all sites. The trials use copies of it. */
async function makeTemplate() {
  const session = await Session.start(template.folder);
  await session.grant();
  await session.close();
}

async function tryKind(kind, count) {
  const own = new Run({
    operation: OPERATIONS[kind],
    template: template.folder,
    random: seeded(SEED * 1000 + Object.keys(OPERATIONS).indexOf(kind)),
    pages,
    origin: server.origin,
    numbers,
  });
  try {
    await own.start();
    for (let n = 0; n < count; n++) await own.trial(n);
  } catch (error) {
    own.reports.push(`broken off: ${error.stack}`);
  } finally {
    figures[kind] = own.figures;
    reports.push(...own.reports.map((words) => `${kind}, ${words}`));
    await own.end();
  }
}

function print() {
  console.log(
    '| kind | faults | begun | acknowledged | lost | half-written |\n| --- | --- | --- | --- | --- | --- |',
  );
  for (const [kind, one] of Object.entries(figures))
    if (one && 'faults' in one)
      console.log(
        `| ${kind} | ${one.faults} | ${one.done} | ${one.acknowledged} | ${one.lost} | ${one.half} |`,
      );
  if (figures.disk?.skipped) console.log(`Full disk: skipped, ${figures.disk.skipped}.`);
  if (figures.views)
    console.log(
      `Five views at once: ${figures.views.rounds} rounds, ${figures.views.edits} edits, ${figures.views.gone} gone, ${figures.views.unequal} unequal ends.`,
    );
  for (const words of reports) console.log(words);
}

const kinds = Object.keys(OPERATIONS).filter((kind) => wanted.includes(kind));
try {
  await makeTemplate();
  for (const kind of kinds) {
    console.log(`${kind} …`);
    await tryKind(kind, Math.ceil(COUNT / kinds.length));
  }
  const shared = { template: template.folder, pages, origin: server.origin, numbers, reports };
  const broken = (error) => void reports.push(`broken off: ${error.stack}`);
  if (wanted.includes('disk'))
    figures.disk = await fullDisk({ ...shared, random: seeded(SEED + 500) }).catch(broken);
  if (wanted.includes('views'))
    figures.views = await editFromFiveViews({ ...shared, random: seeded(SEED + 900), rounds: ROUNDS }).catch(
      broken,
    );
} finally {
  await server.close();
  template.remove();
}
print();
const sum = (what) => Object.values(figures).reduce((all, one) => all + (one?.[what] ?? 0), 0);
const goals = {
  allRun: !reports.some((words) => words.includes('broken off')),
  enough: sum('faults') >= COUNT,
  noneLost: sum('lost') === 0,
  noneHalfWritten: sum('half') === 0,
  endsEqual: !figures.views || figures.views.unequal === 0,
  noEditGone: !figures.views || figures.views.gone === 0,
};
console.log(JSON.stringify({ figures, goals }));
