// npm start [-- URL-OR-FILE]
// Builds the extension, and opens a browser with the extension on a news page.
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { root, run, setUp } from './setup.mjs';

const asked = process.argv[2];
const isUrl = asked && /^https?:\/\//.test(asked);
const file = isUrl
  ? null
  : resolve(process.env.INIT_CWD ?? root, asked ?? join(root, 'test/pages/district-meeting/source.html'));
if (file && !existsSync(file)) {
  console.error(`There is no file ${file}.`);
  process.exit(2);
}

setUp(['chromium']);
if (run('npx', ['wxt', 'build'])) process.exit(1);

const { launchChromium, openPopup, openSidePanel, pinIcon } = await import('./lib/chromium.mjs');
const { dragOverText } = await import('./lib/drag.mjs');
const { servePages } = await import('./lib/server.mjs');
const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
const server = file ? await servePages(dirname(file)) : null;
const address = server ? `${server.origin}/${encodeURIComponent(basename(file))}` : asked;
const chromium = await launchChromium({ extensionDir: join(root, '.output/chrome-mv3'), headless: !display });
const [first] = await chromium.browser.pages();
const page = first ?? (await chromium.browser.newPage());
await page.goto(address, { waitUntil: 'domcontentloaded' });

if (display) {
  // Ignores a failure, because the extension works without its icon in the toolbar.
  await pinIcon(chromium.browser, chromium.extensionId).catch(() => {});
  await page.bringToFront();
  console.log(`\n${address} is open. Click the 批注 icon in the toolbar or press Alt+Shift+Y.`);
  console.log('Close the browser to end.');
  await new Promise((closed) => chromium.browser.once('disconnected', closed));
} else {
  await walkThrough();
  await chromium.close();
}
await server?.close();
process.exit(0);

/**
 * Runs every step without a display: reads, saves, marks and exports a page, and finds the marks again. Takes a
 * screenshot of each step.
 */
async function walkThrough() {
  const folder = join(root, 'screenshots');
  mkdirSync(folder, { recursive: true });
  // Removes earlier exports, because an export of the same day would have the same name.
  for (const name of readdirSync(folder)) if (name.endsWith('.json')) rmSync(join(folder, name));
  if (file) run('npm', ['run', '-s', 'extract', '--', file]);
  const popup = await openPopup(chromium.browser, page, chromium.extensionId);
  await popup.waitForSelector('[data-testid^=state-]:not([data-testid=state-loading])', { visible: true });
  if (!file) console.log(await popup.evaluate(() => document.body.innerText));
  await popup.screenshot({ path: join(folder, 'popup.png') });
  await popup.click('[data-testid=save]');
  await popup.waitForFunction(
    () => document.querySelector('[role=status]')?.textContent.match(/已保存|Saved/),
    { polling: 100 },
  );
  const panel = await openSidePanel(popup, chromium.browser, chromium.extensionId);
  await panel.waitForSelector('[data-testid=article-view]');
  await page.bringToFront();
  const marked = await mark(page);
  await page.screenshot({ path: join(folder, 'page.png') });
  if (marked) {
    await panel.click('[data-testid=tab-marks]');
    await panel.waitForSelector('[data-testid=mark]');
  } else console.log('No passage was marked: the page has no text long enough, or lets none be selected.');
  await panel.screenshot({ path: join(folder, 'sidepanel.png') });
  const exported = await exportAll(panel, folder);
  const pictures = ['page', 'popup', 'sidepanel'].map((name) => join(folder, `${name}.png`));
  console.log(`\nScreenshots: ${pictures.join(', ')}\nExport: ${exported}`);
}

/** Highlights a passage as a user does: selects words with the mouse and presses the key of a colour. */
async function mark(page) {
  if (!(await dragOverText(page, 1)) && !(await dragOverText(page, 0))) return false;
  await page.keyboard.press('1');
  const painted = () => [...CSS.highlights.values()].some((ranges) => ranges.size > 0);
  return page.waitForFunction(painted, { polling: 100, timeout: 5000 }).then(
    () => true,
    () => false,
  );
}

/** Exports the collection by a click. Returns the path of the file. */
async function exportAll(panel, folder) {
  const before = new Set(readdirSync(folder));
  const session = await chromium.browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  await panel.click('[data-testid=back]');
  await (await panel.waitForSelector('[data-testid=export-open]')).click();
  await (await panel.waitForSelector('[data-testid=export-all]')).click();
  for (let tries = 0; tries < 100; tries++) {
    const name = readdirSync(folder).find((one) => one.endsWith('.json') && !before.has(one));
    if (name) return join(folder, name);
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error('The export left no file.');
}
