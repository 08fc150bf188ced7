import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExportedArticle } from '@/lib/exchange/exportForm.ts';
import { parseExport } from '@/lib/exchange/readExport.ts';
import { recordOf } from '../../scripts/extract/record.ts';
import { launchChromium, openPopup } from '../../scripts/lib/chromium.mjs';
import { launchFirefox } from '../../scripts/lib/firefox.mjs';
import { downloaded, pressExport } from '../support/download.ts';
import { differences, serveStored } from '../support/exportedRecord.ts';
import { textOf, until } from '../support/page.ts';

// The built extension reads every page of the corpus through the popup, saves it, and exports it. Every field of the
// export must equal what the command line prints.

const corpus = '../shared/corpus/pages';
const there = existsSync(corpus);
if (!there) console.log('Skipped: the corpus of real pages is not beside this checkout.');

const names = there ? readdirSync(corpus).filter((name) => name.endsWith('.html')) : [];
const pages = new Map(names.map((name) => [name, readFileSync(join(corpus, name)) as Uint8Array]));
/** The pages that Firefox reads too. */
const sample = names.filter((_, i) => i % 15 === 0);

/** The fields in which browser and command line may differ, by page. */
const RIGHTLY: Record<string, string[]> = {
  // The page gives only the time elapsed since publication. The command line does not know when the page was stored.
  'gne_readhub_readhub.html': ['publishedAt', 'provenance'],
};

let server: Awaited<ReturnType<typeof serveStored>>;
beforeAll(async () => {
  server = await serveStored(pages);
});
afterAll(() => server?.close());

const addressOf = (name: string) => `${server.origin}/${name}`;

/** The articles that the extension has exported, by the page's address, and the pages that it could not read. */
type Outcome = { exported: Map<string, ExportedArticle>; unread: string[] };

/**
 * The popup's messages after it has saved a page. For a page that was saved before, the popup shows a different message
 * at first.
 */
const SAVED = new Set(
  ['zh_CN', 'en'].flatMap((language) => {
    const messages = JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8'));
    return [messages.savedNow.message, messages.updatedNow.message];
  }),
);

/** Waits until the popup has read the page, and saves it. Where it cannot be read, returns the reason. */
async function saveIn(popup: Page): Promise<string | null> {
  const state = await until(
    () => popup.$('main[data-testid]:not([data-testid=state-loading])'),
    'the popup to read the page',
  );
  const name = await state!.evaluate((main) => main.getAttribute('data-testid'));
  if (name !== 'state-article' && name !== 'state-plain') return `${name}: ${await textOf(popup)}`;
  await popup.$eval('[data-testid=save]', (button) => (button as HTMLElement).click());
  const said = () => popup.$eval('[role=status]', (status) => status.textContent ?? '');
  await until(async () => SAVED.has(await said()), 'the save');
  return null;
}

/** Exports all articles with the panel's button, and reads the exported file. */
async function exportIn(panel: Page, folder: string): Promise<ExportedArticle[]> {
  await pressExport(panel);
  return downloaded(folder, (file) => parseExport(String(file)).articles);
}

/**
 * Saves pages and exports them. Two pages with the same article become one record, with the address of the page that
 * was saved last. So the function saves and exports the pages once more that are still missing.
 */
async function saveAndExport(
  wanted: string[],
  save: (name: string) => Promise<string | null>,
  exportAll: () => Promise<ExportedArticle[]>,
): Promise<Outcome> {
  const outcome: Outcome = { exported: new Map(), unread: [] };
  const isLeft = (name: string) => !outcome.exported.has(addressOf(name));
  for (let round = 0; round < 2; round++) {
    for (const name of wanted.filter(isLeft)) {
      const why = await save(name);
      if (why) outcome.unread.push(`${name}: ${why}`);
    }
    for (const one of await exportAll())
      if (isLeft(new URL(one.saved.url).pathname.slice(1))) outcome.exported.set(one.saved.url, one);
    if (!wanted.some(isLeft)) break;
  }
  return outcome;
}

/** Defines tests that compare the export with the output of the command line, page by page. */
function expectAsPrinted(wanted: string[], outcome: () => Outcome) {
  test('no page is left unread', () => {
    expect(outcome().unread).toEqual([]);
    expect(outcome().exported.size).toBe(wanted.length);
  });

  test.each(wanted)('%s is exported as the command line prints it', (name) => {
    const record = recordOf(pages.get(name)!, addressOf(name));
    // A short text suggests that scripts load the text of the page, and scripts do not run here. Such a page does not
    // belong in the corpus.
    expect(record.text.length).toBeGreaterThan(80);
    const differing = differences(outcome().exported.get(addressOf(name))!, record);
    const rightly = RIGHTLY[name] ?? [];
    expect(differing.filter((one) => !rightly.includes(one.name))).toEqual([]);
    expect(differing.map((one) => one.name).sort()).toEqual([...rightly].sort());
  });
}

describe.skipIf(!there)('in Chromium', () => {
  let outcome: Outcome;

  beforeAll(async () => {
    const { browser, extensionId, close } = await launchChromium({
      extensionDir: '.output/chrome-mv3',
      // Lets the browser reach only this machine, because the styles and pictures of the stored pages are on other
      // servers.
      args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
    });
    try {
      const page = await browser.newPage();
      const session = await browser.target().createCDPSession();
      const save = async (name: string) => {
        await page.goto(addressOf(name), { waitUntil: 'domcontentloaded' });
        return saveIn(await openPopup(browser, page, extensionId));
      };
      outcome = await saveAndExport(names, save, async () => {
        const downloadPath = mkdtempSync(join(tmpdir(), 'pizhu-downloads-'));
        await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath });
        const panel = await browser.newPage();
        await panel.goto(`chrome-extension://${extensionId}/sidepanel.html`);
        const exported = await exportIn(panel, downloadPath);
        await panel.close();
        rmSync(downloadPath, { recursive: true, force: true });
        return exported;
      });
    } finally {
      await close();
    }
  }, 1_200_000);

  expectAsPrinted(names, () => outcome);
});

describe.skipIf(!there)('in Firefox, of a sample', () => {
  let outcome: Outcome;

  beforeAll(async () => {
    const downloads = mkdtempSync(join(tmpdir(), 'pizhu-downloads-'));
    const { browser, openExtensionPage, close } = await launchFirefox({
      extensionDir: '.output/firefox-mv3',
      downloadDir: downloads,
      // Sends requests to other machines through a proxy that does not exist, so that they fail at once.
      prefs: {
        'network.proxy.type': 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': 9,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': 9,
        // Lets timers run at full speed in a background tab, because the popup is in one.
        'dom.min_background_timeout_value': 4,
        'dom.min_background_timeout_value_without_budget_throttling': 4,
        'dom.timeout.enable_budget_timer_throttling': false,
      },
    });
    try {
      const options = await openExtensionPage('options.html');
      const grant = await until(() => options.$('[data-testid=grant-all]'), 'the button that grants');
      await grant!.click();
      await until(
        () => options.evaluate(() => document.querySelector('code')?.textContent?.includes('*')),
        'the grant',
      );
      await options.close();
      const page = await browser.newPage();
      const save = async (name: string) => {
        await page.bringToFront();
        // Tries again where the script of the page before leaves for another server, whose error page comes in between.
        await until(() => page.goto(addressOf(name), { waitUntil: 'domcontentloaded' }), name);
        // Opens the popup in a background tab. So the page stays the active tab, as it is when a real popup opens above
        // it.
        const popup = await openExtensionPage('popup.html', { background: true });
        const why = await saveIn(popup);
        await popup.close();
        return why;
      };
      outcome = await saveAndExport(sample, save, async () => {
        const panel = await openExtensionPage('sidepanel.html');
        const exported = await exportIn(panel, downloads);
        await panel.close();
        for (const file of readdirSync(downloads)) rmSync(join(downloads, file));
        return exported;
      });
    } finally {
      await close();
      rmSync(downloads, { recursive: true, force: true });
    }
  }, 600_000);

  expectAsPrinted(sample, () => outcome);
});
