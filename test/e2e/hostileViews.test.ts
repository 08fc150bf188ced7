import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../scripts/lib/chromium.mjs';
import { activate, seen } from '../../scripts/lib/seen.mjs';
import { keepReading, popupAnswered, savedFrom } from '../../scripts/lib/views.mjs';
import { textOf, until, untilGone } from '../support/page.ts';
import { richReading } from '../support/richReading.mjs';

// Fills every field that a view shows with hostile words: markup, commands or invisible characters.

const HOSTILE = [
  '<img src=x onerror="document.title=1"><script>document.title=1</script>',
  '[甲](javascript:alert(1)) ![乙](https://attacker.example/a.png) <svg onload=alert(1)>',
  `\u202E\u200B\u2066管网\u202C${'>'.repeat(3000)}`,
  `${'1. '.repeat(2000)}${'*a_'.repeat(2000)}`,
];
const hostile = (n: number) => HOSTILE[n % HOSTILE.length]!;

let chromium: Awaited<ReturnType<typeof launchChromium>>;
let own: Page;
const failures: string[] = [];
beforeAll(async () => {
  chromium = await launchChromium({ extensionDir: '.output/chrome-mv3' });
  own = await open('notices.txt');
});
afterAll(() => chromium?.close());

async function open(file: string): Promise<Page> {
  const page = await chromium.browser.newPage();
  page.on('pageerror', (error) => failures.push(String(error)));
  page.on('dialog', (dialog) => {
    failures.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith('chrome-extension:') && !request.url().startsWith('data:'))
      failures.push(`a request: ${request.url()}`);
  });
  await page.setViewport({ width: 360, height: 800 });
  await page.goto(`chrome-extension://${chromium.extensionId}/${file}`);
  return page;
}

/** Checks that none of the hostile words became an element, a link or an invisible character. */
async function expectPlain(page: Page, view: string) {
  const found = await page.evaluate(() => ({
    elements: [
      ...document.querySelectorAll('script:not([src^="/"]), iframe, object, embed, form, svg[onload]'),
    ]
      .map((one) => one.outerHTML.slice(0, 100))
      .concat(
        [...document.images].filter((one) => !one.src.startsWith('chrome-extension:')).map(({ src }) => src),
      ),
    links: [...document.links]
      .map(({ href }) => href)
      .filter((href) => !/^(https?|mailto|chrome-extension):/.test(href)),
    handlers: [...document.querySelectorAll('*')].flatMap((one) =>
      [...one.attributes].filter(({ name }) => name.startsWith('on')).map(({ name }) => name),
    ),
  }));
  expect(found, view).toEqual({ elements: [], links: [], handlers: [] });
  expect(await textOf(page), view).not.toMatch(/[\u200B\u202A-\u202E\u2066-\u2069]/u);
  expect(failures, view).toEqual([]);
}

const reading = (n: number) => ({
  ...richReading,
  url: `https://www.qingshan.example/zw/${n}.html`,
  article: {
    ...richReading.article,
    title: hostile(n),
    source: hostile(n + 1),
    authors: [hostile(n + 2)],
    keywords: [hostile(n), hostile(n + 3)],
    lead: hostile(n + 1),
    text: `${richReading.article.text}\n${hostile(n)}`,
  },
});

test('in panel, trash and popup they are words, every view opens, and nothing is fetched', async () => {
  const ids: string[] = [];
  for (let n = 0; n < HOSTILE.length; n++) ids.push(await keepReading(own, reading(n)));
  // Enters notes and tags through the panel, where a person would paste them.
  const panel = await open('sidepanel.html');
  await until(
    async () => (await panel.$$('[data-testid=article-row]')).length === HOSTILE.length,
    'the list',
  );
  await expectPlain(panel, 'list');
  for (const [n, id] of ids.entries()) {
    await panel.evaluate(`chrome.storage.session.set({ panelArticle: '${id}' })`);
    await seen(panel, '[data-testid=article-view]');
    await activate(panel, '[data-testid=tab-marks]');
    await seen(panel, '[data-testid=note]');
    await (await seen(panel, '[data-testid=note]')).focus();
    await panel.keyboard.sendCharacter(hostile(n).slice(0, 1500));
    await (await seen(panel, '[data-testid=add-tag]')).focus();
    await panel.keyboard.sendCharacter(hostile(n).slice(0, 40));
    await panel.keyboard.press('Enter');
    await until(async () => (await panel.$$('.tag-input button')).length > 0, 'the tag');
    for (const tab of ['marks', 'tasks', 'text']) {
      await activate(panel, `[data-testid=tab-${tab}]`);
      await expectPlain(panel, `article ${n}, ${tab}`);
    }
    await activate(panel, '[data-testid=delete-article]');
    await untilGone(panel, '[data-testid=article-view]');
  }
  await activate(panel, '[data-testid=open-trash]');
  await until(
    async () => (await panel.$$('[data-testid=trash-item]')).length === HOSTILE.length,
    'what was deleted',
  );
  await expectPlain(panel, 'trash');
  await panel.close();

  for (let n = 0; n < HOSTILE.length; n++) {
    const one = reading(n);
    const saved = savedFrom(one, { tags: [hostile(n)], note: hostile(n) });
    const popup = await popupAnswered(chromium.browser, chromium.extensionId, {
      value: {
        reading: one,
        saved,
        copies: [
          {
            id: saved.id,
            title: hostile(n),
            host: hostile(n + 1),
            capturedAt: saved.capturedAt,
            shown: false,
          },
        ],
      },
    });
    await expectPlain(popup, `popup ${n}`);
    await popup.close();
  }
});
