// Installs what the scripts need: the packages of the lock file, browsers and a Chinese font.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowsers } from './lib/browsers.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Runs a command of the project and returns its exit code. Uses a shell on Windows, where npm and npx are shell
 * scripts.
 */
export function run(command, args, options = {}) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...options,
  });
  return status ?? 1;
}

function ensurePackages() {
  const installed = join(root, 'node_modules/.package-lock.json');
  const fresh =
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
  if (fresh) return;
  console.log('Installing packages …');
  const env = { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1', PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' };
  if (run('npm', ['ci', '--no-audit', '--no-fund'], { env })) throw new Error('npm ci failed: see above.');
}

/** Installs the packages and the given browsers. */
export function setUp(kinds) {
  ensurePackages();
  ensureBrowsers(kinds);
}
