// Firefox with the built extension, for the end-to-end tests.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findBrowser, running } from './browsers.mjs';

/**
 * Starts Firefox with an empty profile, or with `profile`, a folder that is kept. Hosts that a click asks for are granted
 * without a prompt. With the same `uuid` and profile, what the extension has stored is there after a restart. With a
 * `display` of an X server, the window is drawn there and takes the keys of a keyboard.
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
      // Firefox gives an extension's pages a random address; a test sets it, to know it beforehand.
      'extensions.webextensions.uuids': JSON.stringify({
        [manifest.browser_specific_settings.gecko.id]: uuid,
      }),
      // An extension installed for a test is taken out at the end of the session, and its storage with it.
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
    /** Opens a page of the extension in a tab. Such a page never reports its load, so nothing waits for it. */
    async openExtensionPage(file) {
      const page = await browser.newPage();
      await page.goto(`moz-extension://${uuid}/${file}`, { waitUntil: [] });
      return page;
    },
    close() {
      running.delete(browser);
      return browser.close();
    },
  };
}
