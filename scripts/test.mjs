// npm test
// Runs every check. The last line of the output counts all of them.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, setUp } from './setup.mjs';

setUp(['chromium', 'firefox']);

const reports = mkdtempSync(join(tmpdir(), 'pizhu-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };

/**
 * Runs a command of the project without waiting for others. `stdio`: `inherit` prints the output at once, `pipe` returns
 * it. Uses a shell on Windows, where npm and npx are shell scripts.
 */
const run = ([command, ...args], stdio) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio, shell: process.platform === 'win32' });
    const output = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => output.push(part));
    child.on('error', (error) => resolve({ status: 1, output: `${error}\n` }));
    child.on('close', (status) => resolve({ status, output: Buffer.concat(output).toString() }));
  });

/** Runs commands one after the other, and counts them as one test. Prints their output when they have ended. */
async function check(name, ...steps) {
  let output = '';
  let failed = false;
  for (const step of steps) {
    const ended = await run(step, 'pipe');
    output += ended.output;
    failed = ended.status !== 0;
    if (failed) break;
  }
  total[failed ? 'failed' : 'passed'] += 1;
  console.log(`\n── ${name}\n${output}${failed ? `✗ ${name} failed` : ''}`);
  return !failed;
}

/**
 * Runs the tests of a vitest project and counts each of them. A run that ends without a report counts as one failure.
 * `stdio`: as for `run`. Output that is returned is printed when the run has ended.
 */
async function vitest(project, stdio = 'inherit') {
  if (stdio === 'inherit') console.log(`\n── ${project}`);
  const file = join(reports, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { status, output } = await run(['npx', 'vitest', 'run', '--project', project, ...reporters], stdio);
  if (stdio !== 'inherit') console.log(`\n── ${project}\n${output}`);
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

/** Checks that need no test runner. Returns whether the extension was built. */
async function checkSources() {
  await check('format and lint', ['npx', 'biome', 'check', '--error-on-warnings', '.']);
  await check('no unused file, export or dependency', ['npx', 'knip']);
  await check('types', ['npx', 'tsc', '--noEmit']);
  return check('build', ['npx', 'wxt', 'build'], ['npx', 'wxt', 'build', '-b', 'firefox', '--mv3']);
}

/**
 * Runs the checks and the browser tests, which keep about one processor busy. The tests of pure logic meanwhile keep
 * another one busy.
 */
async function runBesidePure() {
  const isBuilt = await checkSources();
  await vitest('browser', 'pipe');
  return isBuilt;
}

// Comes first, because the type checker and vitest both read the configuration that it writes.
await check('prepare', ['npx', 'wxt', 'prepare']);
const [isBuilt] = await Promise.all([runBesidePure(), vitest('pure')]);
await vitest('unit');
if (isBuilt) await vitest('e2e');

rmSync(reports, { recursive: true, force: true });
const { passed, failed, skipped } = total;
console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
