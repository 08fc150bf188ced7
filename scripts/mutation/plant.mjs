// Plants faults at some places with Stryker, tries some tests with each, and tells what became of them.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from '../setup.mjs';

const reports = join(root, 'reports/mutation');

const placeOf = (file, { start, end }) =>
  `${file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`;

/** Takes the mutated text out of the source of its file. */
function textAt(source, { start, end }) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  return lines.join('\n');
}

/** Is the fault within one of the places, which are files or FILE:LINE:COLUMN-LINE:COLUMN? */
function isWithin(places, file, { start, end }) {
  return places.some((place) => {
    if (place === file) return true;
    if (!place.startsWith(`${file}:`)) return false;
    const [line, column, lastLine, lastColumn] = place
      .slice(file.length + 1)
      .split(/[:-]/)
      .map(Number);
    const begins = start.line > line || (start.line === line && start.column - 1 >= column);
    const ends = end.line < lastLine || (end.line === lastLine && end.column - 1 <= lastColumn);
    return begins && ends;
  });
}

/**
 * Plants every fault of the places. Gives each with its status in Stryker's words, or nothing where Stryker fails.
 * @param places files, or FILE:LINE:COLUMN-LINE:COLUMN
 * @param tests globs of the tests to be tried, as `include` and `exclude`, and whether each file gets a process
 *   (`isolate`)
 * @param settings whether to leave out what runs once when a file is loaded (`ignoreStatic`), and how many faults to try
 *   at the same time (`jobs`)
 */
export function plant(name, places, tests, { ignoreStatic, jobs }) {
  const file = join(reports, `${name}.json`);
  const config = join(reports, `${name}.config.json`);
  rmSync(file, { force: true });
  writeFileSync(
    config,
    JSON.stringify({
      mutate: places,
      testRunner: 'vitest',
      vitest: { configFile: 'scripts/lib/vitest.mutation.ts', related: true },
      plugins: ['@stryker-mutator/vitest-runner'],
      // TypeScript 7 breaks Stryker's reader of this file, so the file named here does not exist.
      tsconfigFile: 'none.json',
      reporters: ['json', 'progress-append-only'],
      jsonReporter: { fileName: file },
      coverageAnalysis: 'perTest',
      ignoreStatic,
      tempDirName: '.stryker-tmp',
      ignorePatterns: ['.output', 'reports', 'screenshots', 'test/e2e', 'test/browser'],
      // `true` would insert comments that switch type checks off; none run here, and a test compares a generated
      // source byte by byte.
      disableTypeChecks: false,
      concurrency: jobs,
      // What ends only because the machine does other things too must not count as caught.
      timeoutMS: 60_000,
      dryRunTimeoutMinutes: 60,
      allowEmpty: true,
    }),
  );
  run('npx', ['stryker', 'run', config], {
    env: { ...process.env, MUTATION_TESTS: JSON.stringify(tests) },
  });
  if (!existsSync(file)) return undefined;
  const { files } = JSON.parse(readFileSync(file, 'utf8'));
  return Object.entries(files).flatMap(([path, { source, mutants }]) =>
    mutants
      .filter(({ location }) => isWithin(places, path, location))
      .map(({ location, mutatorName, replacement, status }) => ({
        key: `${placeOf(path, location)} ${mutatorName} ${replacement}`,
        place: placeOf(path, location),
        file: path,
        at: location.start.line,
        line: source.split('\n')[location.start.line - 1].trim(),
        code: textAt(source, location),
        becomes: replacement,
        mutator: mutatorName,
        status,
      })),
  );
}
