// Finds the browsers, and installs Debian's where possible. Uses only Node's own modules, because it runs before
// anything is installed.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(existsSync);

const programs = process.env.PROGRAMFILES ?? 'C:\\Program Files';
const CANDIDATES = {
  chromium: {
    variable: 'PIZHU_CHROMIUM',
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
    paths: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      join(programs, 'Google/Chrome/Application/chrome.exe'),
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
  },
  firefox: {
    variable: 'PIZHU_FIREFOX',
    names: ['firefox-esr', 'firefox'],
    paths: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      join(programs, 'Mozilla Firefox/firefox.exe'),
    ],
  },
};

/** The browsers that are running. When a test fails, the report shows the content of their pages. */
export const running = new Set();

/** The path of a browser's program; null where the browser is missing. `kind` is `chromium` or `firefox`. */
export function findBrowser(kind) {
  const { variable, names, paths } = CANDIDATES[kind];
  if (process.env[variable]) return process.env[variable];
  return names.map(onPath).find(Boolean) ?? paths.find(existsSync) ?? null;
}

const L10N = ['/usr/lib/chromium/locales/zh-CN.pak', '/usr/share/chromium/locales/zh-CN.pak'];
const isDebianRoot = () => existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
const hasChineseFont = () => {
  const { status, stdout } = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '';
};

/** Installs the given browsers and a Chinese font where they are missing. Reports what could not be installed. */
export function ensureBrowsers(kinds) {
  const packages = kinds
    .filter((kind) => !findBrowser(kind))
    .map((kind) => (kind === 'firefox' ? 'firefox-esr' : kind));
  if (process.platform === 'linux' && isDebianRoot() && !hasChineseFont()) packages.push('fonts-noto-cjk');
  // Debian packages Chromium's translations separately. Without that package, the interface is always English.
  const debians = packages.includes('chromium') || findBrowser('chromium') === '/usr/bin/chromium';
  if (isDebianRoot() && kinds.includes('chromium') && debians && !L10N.some(existsSync))
    packages.push('chromium-l10n');
  if (packages.length === 0) return;
  if (isDebianRoot()) {
    console.log(`Installing ${packages.join(', ')} …`);
    const quiet = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    };
    execFileSync('apt-get', ['update', '-qq'], quiet);
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quiet);
  }
  const missing = kinds.filter((kind) => !findBrowser(kind));
  if (missing.length === 0) return;
  const how = missing
    .map((kind) => `${kind} (or set ${CANDIDATES[kind].variable} to its program)`)
    .join(', ');
  throw new Error(
    `Not found, and not to be installed from here: ${how}. Please install it and run this again.`,
  );
}
