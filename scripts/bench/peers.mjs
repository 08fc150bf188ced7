// Installs the packages with which benchmarks compare Pizhu. They are in a separate folder, and installed only for a
// benchmark.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from '../setup.mjs';

export const peersFolder = join(root, 'scripts/bench');

export function installPeers() {
  const done = join(peersFolder, 'node_modules/.package-lock.json');
  const lock = join(peersFolder, 'package-lock.json');
  if (existsSync(done) && statSync(done).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log('Installing the peers …');
  if (run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: peersFolder }))
    throw new Error('The peers could not be installed: see above.');
}
