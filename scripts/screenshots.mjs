// npm run screenshots [-- FILE]
// Takes screenshots of every view and state for review, in both languages and both colour schemes.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { root, run, setUp } from './setup.mjs';

const file = resolve(
  process.env.INIT_CWD ?? root,
  process.argv[2] ?? join(root, 'test/pages/district-meeting/source.html'),
);
setUp(['chromium']);
if (run('npx', ['wxt', 'build'])) process.exit(1);
const { allowHost, launchChromium, openPopup, openSidePanel } = await import('./lib/chromium.mjs');
const { dragOverText } = await import('./lib/drag.mjs');
const { servePages } = await import('./lib/server.mjs');
const { shootViews } = await import('./lib/shootViews.mjs');
const { shootWorkspace } = await import('./lib/shootWorkspace.mjs');
const folder = join(root, 'screenshots');
mkdirSync(folder, { recursive: true });
const server = await servePages(dirname(file));

/** Every language of the interface, as a BCP 47 tag. */
const languages = readdirSync(join(root, 'public/_locales')).map(
  (locale) =>
    JSON.parse(readFileSync(join(root, 'public/_locales', locale, 'messages.json'), 'utf8')).languageTag
      .message,
);
for (const lang of languages) {
  const chromium = await launchChromium({ extensionDir: join(root, '.output/chrome-mv3'), lang });
  const { browser, extensionId } = chromium;
  const page = await browser.newPage();
  /** Takes a screenshot in each colour scheme. */
  const shoot = async (view, name, options = {}) => {
    for (const value of ['light', 'dark']) {
      await view.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
      await view.screenshot({ path: join(folder, `${name}-${lang}-${value}.png`), ...options });
    }
  };
  const empty = await browser.newPage();
  await empty.setViewport({ width: 360, height: 600 });
  await empty.goto(`chrome-extension://${extensionId}/sidepanel.html`);
  await empty.waitForSelector('[data-testid=state-empty]');
  await shoot(empty, 'panel-empty');
  await empty.close();

  await page.bringToFront();
  await page.goto(`${server.origin}/${encodeURIComponent(basename(file))}`, { waitUntil: 'load' });
  await allowHost(browser, extensionId, '*://127.0.0.1/*');

  const popup = await openPopup(browser, page, extensionId);
  await popup.waitForSelector('[data-testid^=state-]:not([data-testid=state-loading])', { visible: true });
  await shoot(popup, 'popup');
  await popup.click('[data-testid=save]');
  await popup.waitForFunction(
    () => document.querySelector('[role=status]')?.textContent.match(/已保存|Saved/),
    { polling: 100 },
  );
  const panel = await openSidePanel(popup, browser, extensionId);

  // Selects words with the mouse and marks them, so that the screenshots show the tools on the page.
  await page.bringToFront();
  await new Promise((focused) => setTimeout(focused, 500));
  await dragOverText(page, 0);
  await shoot(page, 'page-toolbar');
  await page.keyboard.press('2');
  await dragOverText(page, 1);
  await page.keyboard.press('n');
  await new Promise((shown) => setTimeout(shown, 400));
  await page.keyboard.type(lang === 'en' ? 'Check in **June**' : '**六月**核对进度');
  await shoot(page, 'page-card');
  await page.mouse.click(3, 3);
  await panel.waitForSelector('[data-testid=mark]');
  for (const tab of ['marks', 'tasks', 'text']) {
    await panel.click(`[data-testid=tab-${tab}]`);
    await shoot(panel, `panel-${tab}`, { fullPage: true });
  }
  await panel.click('[data-testid=back]');
  await panel.waitForSelector('[data-testid=article-row]');
  await shoot(panel, 'panel-list', { fullPage: true });

  const options = await browser.newPage();
  await options.setViewport({ width: 900, height: 700 });
  await options.goto(`chrome-extension://${extensionId}/options.html`);
  await options.waitForFunction(() => document.body.textContent.includes('Alt+Shift'), {
    polling: 100,
  });
  await shoot(options, 'options', { fullPage: true });
  await options.close();
  await shootViews({ browser, extensionId, shoot });
  await shootWorkspace({ browser, extensionId, shoot });
  await chromium.close();
}
await server.close();
console.log(`Pictures in ${folder}`);
process.exit(0);
