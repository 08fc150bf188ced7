// npm run mutation [-- FOLDER …] [--sample N] [--own]: counts how many small faults, planted one at a time in
// lib/FOLDER, the unit tests catch. `sample` stands for a fixed random sample of some 500 in article, tasks and chinese
// together. `--sample` plants N faults only, drawn at random but the same each time; of the 500 it takes the first N.
// A folder's own tests are tried first, and all other tests with what these let through; `--own` leaves out the others,
// which is much faster and can only make the score lower.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { samplePlaces, sourcesOf } from './mutation/places.mjs';
import { plant } from './mutation/plant.mjs';
import { root, setUp } from './setup.mjs';

/** Folder of lib → the least share of faults that must be caught, in percent. */
const GOALS = {
  record: 85,
  store: 85,
  messages: 85,
  exchange: 85,
  annotation: 75,
  app: 75,
  sample: 75,
};
const SAMPLED = ['article', 'tasks', 'chinese'];
const SAMPLE = 500;
/**
 * Leaves out of the sample faults in code that runs once when a file is loaded, mostly tables of words and patterns.
 * Each of them needs every test from the beginning, a minute and more. The words are tested one by one through the
 * public functions (the examples of the rules, the pages of test/pages).
 */
const WITHOUT_STATIC = ['sample'];

setUp([]);
const { values: options, positionals: asked } = parseArgs({
  options: { sample: { type: 'string' }, own: { type: 'boolean' } },
  allowPositionals: true,
});
const names = asked.length ? asked.map((name) => name.replace(/^lib\//, '')) : Object.keys(GOALS);
const reports = join(root, 'reports/mutation');
mkdirSync(reports, { recursive: true });
const unchanging = JSON.parse(readFileSync(join(root, 'scripts/mutation/unchanging.json'), 'utf8'));

/** The places to be mutated: whole files, or a sample of their places. */
async function placesOf(name) {
  if (name === 'sample') return samplePlaces(SAMPLED, Number(options.sample ?? SAMPLE));
  return options.sample ? samplePlaces([name], Number(options.sample)) : sourcesOf(name);
}

/** Finds why a fault that no test catches changes nothing, where somebody looked at it. */
const reasonFor = (fault) =>
  unchanging.find(
    ({ file, line, code, becomes }) =>
      file === fault.file && line === fault.line && code === fault.code && becomes === fault.becomes,
  )?.reason;

const isCaught = ({ status }) => status === 'Killed' || status === 'Timeout';
const isCounted = (fault) => isCaught(fault) || fault.status === 'Survived' || fault.status === 'NoCoverage';

let failed = false;
const scores = {};
for (const name of names) {
  const own = (name === 'sample' ? SAMPLED : [name]).map((folder) => `lib/${folder}/**/*.test.{ts,tsx}`);
  const settings = { ignoreStatic: WITHOUT_STATIC.includes(name) };
  const report = name.replaceAll('/', '-');
  const first = plant(`${report}.own`, await placesOf(name), { include: own }, settings);
  let faults = first?.filter(isCounted);
  const missed = faults?.filter((fault) => !isCaught(fault)) ?? [];
  if (missed.length && !options.own) {
    const places = [...new Set(missed.map(({ place }) => place))];
    const second = plant(`${report}.others`, places, { exclude: own }, { ...settings, ignoreStatic: false });
    const caught = new Set(second?.filter(isCaught).map(({ key }) => key));
    faults = faults.map((fault) => (caught.has(fault.key) ? { ...fault, status: 'Killed' } : fault));
  }
  if (!faults) {
    console.error(`${name}: not measured, see above`);
    failed = true;
    continue;
  }
  const survivors = faults
    .filter((fault) => !isCaught(fault))
    .map((fault) => ({ ...fault, reason: reasonFor(fault) }));
  writeFileSync(join(reports, `${report}.survivors.json`), `${JSON.stringify(survivors, null, 1)}\n`);
  const same = survivors.filter(({ reason }) => reason).length;
  const all = faults.length - same;
  const caught = faults.length - survivors.length;
  const late = faults.filter(({ status }) => status === 'Timeout').length;
  const share = all ? Math.round((caught / all) * 1000) / 10 : null;
  scores[name] = { planted: faults.length, caught, survived: all - caught, changeNothing: same, share };
  const goal = GOALS[name];
  if (goal && all && (caught / all) * 100 < goal) failed = true;
  console.log(
    `${name}: ${caught} of ${all} caught (${late} by running without end), ${share}%${goal ? `, goal ${goal}%` : ''}; ${same} more change nothing`,
  );
}
console.log(JSON.stringify(scores));
process.exitCode = failed ? 1 : 0;
