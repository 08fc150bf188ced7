// Starts and controls Chromium with the built extension, for npm start and the end-to-end tests.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findBrowser, running } from './browsers.mjs';

/** The id that Chromium gives to an unpacked extension: the hash of its folder's path, in the letters a to p. */
const idOf = (folder) =>
  [...createHash('sha256').update(folder).digest('hex').slice(0, 32)]
    .map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))
    .join('');

/**
 * Starts Chromium with or without the extension. Connects through a pipe, because branded Chrome loads extensions in no
 * other way. With a `profile` (a folder that is kept), loads the extension from the command line, so that granted
 * permissions are kept too.
 */
export async function launchChromium({
  extensionDir,
  headless = true,
  lang = 'zh-CN',
  viewport = { width: 1280, height: 900 },
  args = /** @type {string[]} */ ([]),
  profile = /** @type {string | null} */ (null),
}) {
  const kept = profile && extensionDir ? resolve(extensionDir) : null;
  const userDataDir = profile ?? mkdtempSync(join(tmpdir(), 'pizhu-chromium-'));
  const browser = await puppeteer.launch({
    executablePath: findBrowser('chromium'),
    headless,
    pipe: true,
    protocolTimeout: 60_000,
    enableExtensions: true,
    userDataDir,
    defaultViewport: headless ? viewport : null,
    // Sets the language of the interface through the environment, as Linux requires. Other systems use --lang.
    env: { ...process.env, LANGUAGE: lang.replace('-', '_'), LC_ALL: `${lang.replace('-', '_')}.UTF-8` },
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--lang=${lang}`,
      `--window-size=${viewport.width},${viewport.height}`,
      '--no-first-run',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(kept
        ? [`--load-extension=${kept}`, '--disable-features=DisableLoadExtensionCommandLineSwitch']
        : []),
      ...args,
    ],
  });
  running.add(browser);
  const extensionId = kept
    ? idOf(kept)
    : extensionDir
      ? await browser.installExtension(resolve(extensionDir))
      : '';
  return {
    browser,
    extensionId,
    async close() {
      running.delete(browser);
      await browser.close();
      if (!profile) rmSync(userDataDir, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

const extensionPage = async (browser, extensionId, file) => {
  const url = `chrome-extension://${extensionId}/${file}`;
  const target = await browser
    .waitForTarget((one) => one.url().startsWith(url), { timeout: 30_000 })
    .catch((error) => {
      const open = browser.targets().map((one) => `${one.type()} ${one.url()}`);
      throw new Error(`${file} has not opened: ${error.message}\n${open.join('\n')}`);
    });
  return target.asPage();
};

/** Clicks the toolbar icon while a page is open, as a user does. This opens the popup and grants `activeTab`. */
export async function openPopup(browser, page, extensionId) {
  // Closes a popup that is still open, because the click would otherwise only close it.
  const isPopup = (one) => one.url().startsWith(`chrome-extension://${extensionId}/popup.html`);
  for (const target of browser.targets().filter(isPopup))
    await (await target.asPage()).close().catch(() => {});
  while (browser.targets().some(isPopup)) await new Promise((later) => setTimeout(later, 20));
  await page.bringToFront();
  const session = await browser.target().createCDPSession();
  const { targetInfos } = await session.send('Target.getTargets', {
    filter: [{ type: 'tab' }, { exclude: true }],
  });
  const tab = targetInfos.find(({ url }) => url === page.url()) ?? targetInfos[0];
  await session.send('Extensions.triggerAction', { id: extensionId, targetId: tab.targetId });
  await session.detach();
  return extensionPage(browser, extensionId, 'popup.html');
}

/** Clicks the popup's button for the side panel, and returns the side panel. */
export async function openSidePanel(popup, browser, extensionId) {
  // The popup closes itself at the click, often before the browser has confirmed the click to the driver.
  await popup.click('[data-testid=open-panel]').catch((error) => {
    if (!popup.isClosed() && !/closed/.test(error)) throw error;
  });
  return extensionPage(browser, extensionId, 'sidepanel.html');
}

/** Pins the extension's icon to the toolbar. A new profile hides the icon in the menu of extensions. */
export async function pinIcon(browser, extensionId) {
  const page = await browser.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(
    (id) => chrome.developerPrivate.updateExtensionConfiguration({ extensionId: id, pinnedToToolbar: true }),
    extensionId,
  );
  await page.close();
}

/**
 * Lets the extension get access to a host without the prompt, which nobody can answer in headless mode. The extension
 * still has to ask for the access after a click.
 */
export async function allowHost(browser, extensionId, pattern) {
  const page = await browser.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(
    (id, host) => chrome.developerPrivate.addHostPermission(id, host),
    extensionId,
    pattern,
  );
  await page.close();
}
