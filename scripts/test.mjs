// npm test
// Runs every check. The last line of the output counts all of them.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, setUp } from './setup.mjs';

setUp(['chromium', 'firefox']);

const reports = mkdtempSync(join(tmpdir(), 'pizhu-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };

/** Runs commands one after the other, and counts them as one test. */
function check(name, ...steps) {
  console.log(`\n── ${name}`);
  const failed = steps.some(([command, ...args]) => run(command, args) !== 0);
  total[failed ? 'failed' : 'passed'] += 1;
  if (failed) console.log(`✗ ${name} failed`);
  return !failed;
}

/**
 * Runs the tests of a vitest project and counts each of them. A run that ends without a report counts as one failure.
 */
function vitest(project) {
  console.log(`\n── ${project}`);
  const file = join(reports, `${project}.json`);
  const status = run('npx', [
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    total.passed += report.numPassedTests;
    total.failed += report.numFailedTests;
    total.skipped += report.numPendingTests + report.numTodoTests;
    if (status !== 0 && report.numFailedTests === 0) total.failed += 1;
  } catch {
    console.log(`✗ ${project} gave no report`);
    total.failed += 1;
  }
}

check('format and lint', ['npx', 'biome', 'check', '--error-on-warnings', '.']);
check('no unused file, export or dependency', ['npx', 'knip']);
check('types', ['npx', 'wxt', 'prepare'], ['npx', 'tsc', '--noEmit']);
vitest('pure');
vitest('unit');
vitest('browser');
if (check('build', ['npx', 'wxt', 'build'], ['npx', 'wxt', 'build', '-b', 'firefox', '--mv3'])) vitest('e2e');

rmSync(reports, { recursive: true, force: true });
const { passed, failed, skipped } = total;
console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
