// Firefox with the built extension, for the end-to-end tests.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findBrowser } from './browsers.mjs';

/** Starts Firefox with an empty profile. Hosts that a click asks for are granted without a prompt. */
export async function launchFirefox({ extensionDir, downloadDir = tmpdir(), prefs = {} }) {
  const manifest = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8'));
  // Firefox gives an extension's pages a random address; a test sets it, to know it beforehand.
  const uuid = randomUUID();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findBrowser('firefox'),
    headless: true,
    args: ['--remote-allow-system-access'],
    defaultViewport: { width: 1280, height: 900 },
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({
        [manifest.browser_specific_settings.gecko.id]: uuid,
      }),
      'extensions.webextOptionalPermissionPrompts': false,
      'browser.download.folderList': 2,
      'browser.download.dir': downloadDir,
      'browser.download.useDownloadDir': true,
      'browser.download.always_ask_before_handling_new_types': false,
      'browser.helperApps.neverAsk.saveToDisk': 'application/json',
      ...prefs,
    },
  });
  await browser.installExtension(resolve(extensionDir));
  return {
    browser,
    /** Opens a page of the extension in a tab. Such a page never reports its load, so nothing waits for it. */
    async openExtensionPage(file) {
      const page = await browser.newPage();
      await page.goto(`moz-extension://${uuid}/${file}`, { waitUntil: [] });
      return page;
    },
    close: () => browser.close(),
  };
}
