// npm run mutation [-- FOLDER …] [--sample N] [--own] [--again] [--jobs N]
// Mutation testing: plants small faults one at a time in lib/FOLDER, and counts how many of them the unit tests catch.
// The name `sample` stands for a fixed random sample of about 500 faults in article, tasks and chinese together.
// `--sample` plants only N faults, drawn at random but the same in each run; with `sample`, the first N of the 500.
// Tries the tests of the folder itself first. Then tries all other tests on the faults that these missed. `--own` skips
// the other tests: that is much faster, and can only lower the score. `--again` plants only faults that the previous
// run missed, and all faults in files that have changed since. `--jobs` sets how many faults are tried at the same time
// (default: 2).
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { samplePlaces, sourcesOf } from './mutation/places.mjs';
import { plant } from './mutation/plant.mjs';
import { root, setUp } from './setup.mjs';

/** The least share of faults that must be caught, in percent, for each folder of lib. */
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
 * For these names on the command line, plants no faults in code that runs once when a file is loaded. Such code is
 * mostly tables of words and patterns. A fault there needs a full run of all tests, which takes more than a minute.
 * The words are tested one by one elsewhere: by the examples of the rules and the pages of test/pages.
 */
const WITHOUT_STATIC = ['sample'];
/**
 * Folders whose test files can share one process, because no test leaves anything behind. Sharing takes a quarter of
 * the time where tests need a DOM.
 */
const SHARING = ['record', 'store', 'exchange', 'annotation', 'sample'];

setUp([]);
const { values: options, positionals: asked } = parseArgs({
  options: {
    sample: { type: 'string' },
    own: { type: 'boolean' },
    again: { type: 'boolean' },
    jobs: { type: 'string' },
  },
  allowPositionals: true,
});
const names = asked.length ? asked.map((name) => name.replace(/^lib\//, '')) : Object.keys(GOALS);
const reports = join(root, 'reports/mutation');
mkdirSync(reports, { recursive: true });
const unchanging = JSON.parse(readFileSync(join(root, 'scripts/mutation/unchanging.json'), 'utf8'));

/** The places in which faults are planted: whole files, or a sample of places within files. */
async function placesOf(name) {
  if (name === 'sample') return samplePlaces(SAMPLED, Number(options.sample ?? SAMPLE));
  return options.sample ? samplePlaces([name], Number(options.sample)) : sourcesOf(name);
}

/** The noted reason why a fault that no test catches is harmless; undefined where none is noted. */
const reasonFor = (fault) =>
  unchanging.find(
    ({ file, line, code, becomes }) =>
      file === fault.file && line === fault.line && code === fault.code && becomes === fault.becomes,
  )?.reason;

/** The faults that the previous run of the same places caught, in files that have not changed since. */
function caughtBefore(file, places) {
  if (!options.again || !existsSync(file)) return [];
  const former = JSON.parse(readFileSync(file, 'utf8'));
  if (JSON.stringify(former.places) !== JSON.stringify(places)) return [];
  const isAsThen = (path) =>
    existsSync(join(root, path)) && readFileSync(join(root, path), 'utf8') === former.sources[path];
  return former.faults.filter((fault) => isCaught(fault) && isAsThen(fault.file));
}

/** The places in which faults are still to be planted. Leaves out places where every fault was caught before. */
function placesLeft(file, places, caught) {
  if (caught.length === 0) return places;
  const former = JSON.parse(readFileSync(file, 'utf8'));
  const known = new Set(caught.map(({ file: path }) => path));
  const missed = former.faults.filter((fault) => known.has(fault.file) && !isCaught(fault));
  const others = places.filter((place) => !known.has(place.replace(/:[\d:-]+$/, '')));
  return [...others, ...new Set(missed.map(({ place }) => place))];
}

const isCaught = ({ status }) => status === 'Killed' || status === 'Timeout';
const isCounted = (fault) => isCaught(fault) || fault.status === 'Survived' || fault.status === 'NoCoverage';

let failed = false;
const scores = {};
for (const name of names) {
  const own = (name === 'sample' ? SAMPLED : [name]).map((folder) => `lib/${folder}/**/*.test.{ts,tsx}`);
  const settings = { ignoreStatic: WITHOUT_STATIC.includes(name), jobs: Number(options.jobs ?? 2) };
  const report = name.replaceAll('/', '-');
  const places = await placesOf(name);
  const kept = join(reports, `${report}.faults.json`);
  const before = caughtBefore(kept, places);
  const left = placesLeft(kept, places, before);
  const isolate = !SHARING.includes(name);
  const first = left.length ? plant(`${report}.own`, left, { include: own, isolate }, settings) : [];
  const known = new Set(before.map(({ key }) => key));
  let faults = first && [...before, ...first.filter((fault) => isCounted(fault) && !known.has(fault.key))];
  const missed = faults?.filter((fault) => !isCaught(fault)) ?? [];
  if (missed.length && !options.own) {
    const again = [...new Set(missed.map(({ place }) => place))];
    const second = plant(`${report}.others`, again, { exclude: own }, { ...settings, ignoreStatic: false });
    if (!second)
      console.error(`${name}: the other tests could not be tried, see above; the score is too low`);
    const caught = new Set(second?.filter(isCaught).map(({ key }) => key));
    faults = faults.map((fault) => (caught.has(fault.key) ? { ...fault, status: 'Killed' } : fault));
  }
  if (!faults) {
    console.error(`${name}: not measured, see above`);
    failed = true;
    continue;
  }
  const sources = Object.fromEntries(
    [...new Set(faults.map(({ file }) => file))].map((file) => [
      file,
      readFileSync(join(root, file), 'utf8'),
    ]),
  );
  writeFileSync(kept, JSON.stringify({ places, sources, faults }));
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
