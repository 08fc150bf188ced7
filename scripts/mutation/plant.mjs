// Plants faults in some places with Stryker, runs some tests on each fault, and returns whether they caught it.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from '../setup.mjs';

const reports = join(root, 'reports/mutation');

const placeOf = (file, { start, end }) =>
  `${file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`;

/** The source text that a fault replaces. */
function textAt(source, { start, end }) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  return lines.join('\n');
}

/** Whether a fault is within one of the places. A place is a whole file, or FILE:LINE:COLUMN-LINE:COLUMN. */
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
 * Plants every fault in the given places. Returns each fault with Stryker's name for its result, such as `Killed`.
 * Returns nothing where Stryker itself fails.
 * @param places files, or FILE:LINE:COLUMN-LINE:COLUMN
 * @param tests globs of the tests to run (`include`, `exclude`), and whether each test file gets a process (`isolate`)
 * @param settings `ignoreStatic`: leave out code that runs once when a file is loaded. `jobs`: how many faults to try at
 *   the same time
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
      // Names a file that does not exist, because Stryker cannot read a tsconfig with TypeScript 7.
      tsconfigFile: 'none.json',
      reporters: ['json', 'progress-append-only'],
      jsonReporter: { fileName: file },
      coverageAnalysis: 'perTest',
      ignoreStatic,
      tempDirName: '.stryker-tmp',
      ignorePatterns: ['.output', 'reports', 'screenshots', 'test/e2e', 'test/browser'],
      // Keeps Stryker from inserting comments that switch off type checks. No type checks run here, and one test
      // compares a generated file byte by byte.
      disableTypeChecks: false,
      concurrency: jobs,
      // A high limit. On a busy machine, a slow test would otherwise count as a caught fault.
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
