// npm start [-- URL-OR-FILE]: builds the extension and opens a browser with it on a news page.
import { existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { root, run, setUp } from './setup.mjs';

const asked = process.argv[2];
const isUrl = asked && /^https?:\/\//.test(asked);
const file = isUrl
  ? null
  : resolve(process.env.INIT_CWD ?? root, asked ?? join(root, 'test/fixtures/district-meeting.html'));
if (file && !existsSync(file)) {
  console.error(`There is no file ${file}.`);
  process.exit(2);
}

setUp(['chromium']);
if (run('npx', ['wxt', 'build'])) process.exit(1);

const { launchChromium, openedSidePanel, openPopup } = await import('./lib/chromium.mjs');
const { servePages } = await import('./lib/server.mjs');
const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
const server = file ? await servePages(dirname(file)) : null;
const address = server ? `${server.origin}/${encodeURIComponent(basename(file))}` : asked;
const chromium = await launchChromium({ extensionDir: join(root, '.output/chrome-mv3'), headless: !display });
const [first] = await chromium.browser.pages();
const page = first ?? (await chromium.browser.newPage());
await page.goto(address, { waitUntil: 'domcontentloaded' });

if (display) {
  console.log(
    `\n${address} is open. Click the 批注 icon in the toolbar (behind the puzzle piece) or press Alt+Shift+Y.`,
  );
  console.log('Close the browser to end.');
  await new Promise((closed) => chromium.browser.once('disconnected', closed));
} else {
  await walkThrough();
  await chromium.close();
}
await server?.close();
process.exit(0);

/** The whole job without a display: reads, saves, opens the panel, and leaves a picture of each. */
async function walkThrough() {
  const folder = join(root, 'screenshots');
  mkdirSync(folder, { recursive: true });
  if (file) run('npm', ['run', '-s', 'extract', '--', file]);
  const popup = await openPopup(chromium.browser, page, chromium.extensionId);
  await popup.waitForSelector('[data-testid^=state-]:not([data-testid=state-loading])');
  if (!file) console.log(await popup.evaluate(() => document.body.innerText));
  await popup.screenshot({ path: join(folder, 'popup.png') });
  await popup.click('[data-testid=save]');
  await popup.waitForFunction(() =>
    document.querySelector('[role=status]')?.textContent.match(/已保存|Saved/),
  );
  await popup.click('[data-testid=open-panel]');
  const panel = await openedSidePanel(chromium.browser, chromium.extensionId);
  await panel.waitForSelector('[data-testid=article-row], [data-testid=article-view]');
  await panel.screenshot({ path: join(folder, 'sidepanel.png') });
  await page.screenshot({ path: join(folder, 'page.png') });
  console.log(
    `\nScreenshots: ${['page', 'popup', 'sidepanel'].map((name) => join(folder, `${name}.png`)).join(', ')}`,
  );
}
