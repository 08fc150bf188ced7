// Starts and controls Firefox with the built extension, for the end-to-end tests.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findBrowser, running } from './browsers.mjs';

/** How often a page of the extension is asked whether it has loaded, before that counts as failed. */
const TRIES = 1500;
/** The milliseconds between two such questions. */
const BETWEEN_TRIES = 20;

/**
 * Starts Firefox with an empty profile, or with a `profile` (a folder that is kept). Grants hosts without a prompt when
 * a click asks for them. With the same `uuid` and `profile`, stored data is still there after a restart. With a
 * `display` of an X server, shows the window there, and the window receives real key presses.
 */
export async function launchFirefox({
  extensionDir,
  downloadDir = tmpdir(),
  prefs = {},
  profile = /** @type {string | undefined} */ (undefined),
  uuid = /** @type {string} */ (randomUUID()),
  display = /** @type {string | undefined} */ (undefined),
}) {
  const manifest = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8'));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findBrowser('firefox'),
    headless: !display,
    env: display ? { ...process.env, DISPLAY: display, MOZ_ENABLE_WAYLAND: '0' } : process.env,
    userDataDir: profile,
    args: ['--remote-allow-system-access'],
    defaultViewport: { width: 1280, height: 900 },
    extraPrefsFirefox: {
      // Firefox gives the extension's pages a random address. The test sets the address, in order to know it
      // beforehand.
      'extensions.webextensions.uuids': JSON.stringify({
        [manifest.browser_specific_settings.gecko.id]: uuid,
      }),
      // Firefox removes a temporary extension and its storage at the end of a session. With a profile, keeps the
      // storage.
      'extensions.webextensions.keepStorageOnUninstall': Boolean(profile),
      'extensions.webextensions.keepUuidOnUninstall': Boolean(profile),
      'extensions.webextOptionalPermissionPrompts': false,
      'browser.download.folderList': 2,
      'browser.download.dir': downloadDir,
      'browser.download.useDownloadDir': true,
      'browser.download.always_ask_before_handling_new_types': false,
      'browser.helperApps.neverAsk.saveToDisk': 'application/json',
      ...prefs,
    },
  });
  running.add(browser);
  await browser.installExtension(resolve(extensionDir));
  return {
    browser,
    /**
     * Opens a page of the extension in a new tab; with `background`, leaves the active tab in front. Firefox never
     * reports that such a page has loaded, so this function asks the page itself. It asks for plain values, never for
     * objects of the document. Firefox replaces the tab's empty document, and an object of it would make Puppeteer
     * throw an error that nobody can catch.
     */
    async openExtensionPage(file, { background = false } = {}) {
      const page = await browser.newPage({ type: 'tab', background });
      const address = `moz-extension://${uuid}/${file}`;
      await page.goto(address, { waitUntil: [] });
      const isThere = () => page.evaluate('location.protocol === "moz-extension:"').catch(() => false);
      for (let tries = 0; !(await isThere()); tries++) {
        if (tries === TRIES) throw new Error(`Firefox did not open ${address}.`);
        await new Promise((later) => setTimeout(later, BETWEEN_TRIES));
      }
      return page;
    },
    close() {
      running.delete(browser);
      return browser.close();
    },
  };
}
