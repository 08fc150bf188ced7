// npm run mutation [-- FOLDER …] [--sample N]: counts how many small faults, planted one at a time in lib/FOLDER, the
// unit tests catch. `sample` stands for a fixed random sample of some 500 in article, tasks and chinese together.
// `--sample` plants N faults only, drawn at random but the same each time; of the 500 it takes the first N.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root, run, setUp } from './setup.mjs';

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
  options: { sample: { type: 'string' } },
  allowPositionals: true,
});
const names = asked.length ? asked.map((name) => name.replace(/^lib\//, '')) : Object.keys(GOALS);
const reports = join(root, 'reports/mutation');
mkdirSync(reports, { recursive: true });

const sourcesOf = (folder) =>
  readdirSync(join(root, 'lib', folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\.d\.ts$/.test(file))
    .map((file) => `lib/${folder}/${file}`)
    .sort();

/** Random numbers from 0 to 1, the same at every run (mulberry32). */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Selects a fixed sample of mutants, in the form of Stryker's `mutate`: FILE:LINE:COLUMN-LINE:COLUMN. */
async function samplePlaces(folders, size) {
  const { createInstrumenter } = await import('@stryker-mutator/instrumenter');
  const { createInjector } = await import('typed-inject');
  const silent = new Proxy({}, { get: () => () => false });
  const instrumenter = createInjector()
    .provideValue('logger', silent)
    .provideFactory('getLogger', () => () => silent)
    .injectFunction(createInstrumenter);
  const files = folders.flatMap(sourcesOf).map((name) => ({
    name,
    mutate: true,
    content: readFileSync(join(root, name), 'utf8'),
  }));
  const { mutants } = await instrumenter.instrument(files, {
    plugins: null,
    excludedMutations: [],
    ignorers: [],
  });
  // Only places that contain no other place, because `mutate` includes everything within a place.
  const places = new Map();
  for (const { fileName, location } of mutants) {
    const { start, end } = location;
    const place = `${fileName}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;
    const known = places.get(place) ?? { place, fileName, start, end, count: 0 };
    places.set(place, { ...known, count: known.count + 1 });
  }
  const isBefore = (one, other) =>
    one.line < other.line || (one.line === other.line && one.column <= other.column);
  const all = [...places.values()];
  const holds = (one, other) =>
    one !== other &&
    one.fileName === other.fileName &&
    isBefore(one.start, other.start) &&
    isBefore(other.end, one.end);
  const next = random(20261128);
  const drawn = all
    .filter((one) => !all.some((other) => holds(one, other)))
    .map((one) => ({ ...one, order: next() }))
    .sort((a, b) => a.order - b.order);
  let count = 0;
  return drawn
    .filter((one) => {
      if (count >= size) return false;
      count += one.count;
      return true;
    })
    .map(({ place }) => place);
}

/** The places to be mutated: whole files, or a sample of their places. */
async function placesOf(name) {
  if (name === 'sample') return samplePlaces(SAMPLED, Number(options.sample ?? SAMPLE));
  return options.sample ? samplePlaces([name], Number(options.sample)) : sourcesOf(name);
}

let failed = false;
const scores = {};
for (const name of names) {
  const file = join(reports, `${name.replaceAll('/', '-')}.json`);
  const config = join(reports, `${name.replaceAll('/', '-')}.config.json`);
  writeFileSync(
    config,
    JSON.stringify({
      mutate: await placesOf(name),
      testRunner: 'vitest',
      vitest: { configFile: 'scripts/lib/vitest.mutation.ts', related: true },
      plugins: ['@stryker-mutator/vitest-runner'],
      // TypeScript 7 breaks Stryker's reader of this file, so the file named here does not exist.
      tsconfigFile: 'none.json',
      reporters: ['json', 'progress-append-only'],
      jsonReporter: { fileName: file },
      // Results of another sample would otherwise be counted with this one.
      incremental: options.sample === undefined,
      incrementalFile: join(reports, `${name.replaceAll('/', '-')}.incremental.json`),
      coverageAnalysis: 'perTest',
      ignoreStatic: WITHOUT_STATIC.includes(name),
      tempDirName: '.stryker-tmp',
      ignorePatterns: ['.output', 'reports', 'screenshots', 'test/e2e', 'test/browser', 'docs'],
      // `true` would insert comments that switch type checks off; none run here, and a test compares a generated
      // source byte by byte.
      disableTypeChecks: false,
      concurrency: 2,
      timeoutMS: 10_000,
      allowEmpty: true,
    }),
  );
  if (run('npx', ['stryker', 'run', config]) !== 0) failed = true;
  if (!existsSync(file)) {
    console.error(`${name}: not measured, see above`);
    continue;
  }
  const { files } = JSON.parse(readFileSync(file, 'utf8'));
  const mutants = Object.values(files).flatMap((one) => one.mutants);
  const count = (...states) => mutants.filter(({ status }) => states.includes(status)).length;
  const caught = count('Killed', 'Timeout');
  const all = caught + count('Survived', 'NoCoverage');
  scores[name] = { caught, all, share: all ? Math.round((caught / all) * 1000) / 10 : null };
  const goal = GOALS[name];
  if (goal && all && (caught / all) * 100 < goal) failed = true;
  console.log(`${name}: ${caught} of ${all} caught${goal ? `, goal ${goal}%` : ''}`);
}
console.log(JSON.stringify(scores));
process.exitCode = failed ? 1 : 0;
