import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { openPopup, openSidePanel } from '../../scripts/lib/chromium.mjs';
import { press, seen, typeInto } from '../../scripts/lib/seen.mjs';
import { keepReadings } from '../../scripts/lib/views.mjs';
import { richReading } from '../support/richReading.mjs';
import { useFreshChromium } from '../support/useChromium.ts';

// Nothing that a person can be about to press moves after it has shown.

const own = useFreshChromium({ granted: false });

type Area = { set(items: Record<string, unknown>): Promise<void> };
type Extension = { storage: { local: Area; session: Area } };

const PANEL = { width: 360, height: 800 };
const WINDOW = { width: 1280, height: 800 };

/** What has moved in a page since it began to load: the elements, and from where to where. */
const movesIn = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    type Source = { node: Element | null; previousRect: DOMRect; currentRect: DOMRect };
    // Waits for idle moments, because parts of a page are loaded in these.
    for (let i = 0; i < 3; i++) await new Promise((idle) => requestIdleCallback(idle));
    const shifts = await new Promise<{ sources: Source[] }[]>((found) => {
      const observer = new PerformanceObserver((list) => found(list.getEntries() as never));
      observer.observe({ type: 'layout-shift', buffered: true });
      setTimeout(found, 300, []);
    });
    return shifts.flatMap(({ sources }) =>
      sources.map(
        ({ node, previousRect: from, currentRect: to }) =>
          `${node?.nodeName} ${node?.textContent?.slice(0, 20)}: ${from.x} ${from.y} to ${to.x} ${to.y}`,
      ),
    );
  });

/** A collection that shows every button and bar that a list can have. */
async function fill(): Promise<string> {
  const page = await own.chromium.browser.newPage();
  await page.setViewport(PANEL);
  await page.goto(`chrome-extension://${own.chromium.extensionId}/sidepanel.html`);
  const other = { ...richReading, url: 'https://other.example/1.html', canonicalUrl: null };
  const [first] = await keepReadings(page, [richReading, other]);
  await page.evaluate(async () => {
    const { local, session } = (globalThis as unknown as { chrome: Extension }).chrome.storage;
    const asked = { words: '河长', filtering: {}, order: 'saved', group: 'none' };
    await local.set({ savedSearches: [{ name: '河长制', asked }] });
    const pages = [{ url: 'https://a.example/1', title: '甲', state: 'waiting', begun: true }];
    await local.set({ batch: { pages, begun: true } });
    await session.set({ sessionTags: ['汛期', '督办'] });
  });
  await press(page, '[data-testid=article-row] .headline');
  await press(page, '[data-testid=tab-marks]');
  await typeInto(page, '[data-testid=add-tag]', '环保/水');
  await page.keyboard.press('Enter');
  await seen(page, '.tag');
  await press(page, '[data-testid=delete-article]');
  await seen(page, '[data-testid=open-trash]');
  await page.close();
  return first!;
}

const open = async (file: string, viewport: { width: number; height: number }) => {
  const page = await own.chromium.browser.newPage();
  await page.setViewport(viewport);
  await page.goto(`chrome-extension://${own.chromium.extensionId}/${file}`);
  return page;
};

test('nothing moves in the list, in the panel or beside an article', async () => {
  const id = await fill();
  for (const [file, viewport] of [
    ['sidepanel.html', PANEL],
    ['collection.html', WINDOW],
    [`collection.html#${id}`, WINDOW],
  ] as const) {
    const page = await open(file, viewport);
    await seen(page, '[data-testid=export]');
    await seen(page, '[data-testid=saved-searches]');
    await seen(page, '[data-testid=open-trash]');
    if (file.includes('#')) await seen(page, '[data-testid=article-beside]');
    expect(await movesIn(page), file).toEqual([]);
    await page.close();
  }
});

test('nothing moves in an article that the panel shows at once', async () => {
  const id = await fill();
  const options = await open('options.html', WINDOW);
  await options.evaluate(
    (panelArticle) =>
      (globalThis as unknown as { chrome: Extension }).chrome.storage.session.set({ panelArticle }),
    id,
  );
  // On a slow machine, too: there the parts of the article are read long after each other.
  for (const slower of [1, 12]) {
    const page = await own.chromium.browser.newPage();
    await page.setViewport(PANEL);
    await page.emulateCPUThrottling(slower);
    await page.goto(`chrome-extension://${own.chromium.extensionId}/sidepanel.html`);
    await seen(page, '[data-testid=article-view]');
    await seen(page, '[data-testid=host-access]');
    expect(await movesIn(page), `${slower} times slower`).toEqual([]);
    await page.close();
  }
});

test('nothing moves in an empty collection, or in the settings', async () => {
  for (const [file, viewport, last] of [
    ['sidepanel.html', PANEL, 'save-tabs'],
    ['options.html', WINDOW, 'erase-all'],
  ] as const) {
    const page = await open(file, viewport);
    await seen(page, `[data-testid=${last}]`);
    expect(await movesIn(page), file).toEqual([]);
    await page.close();
  }
});

test('nothing moves in the popup of a page, or in the panel beside that page', async () => {
  await fill();
  const { browser, extensionId } = own.chromium;
  await own.page.goto(`${own.server.origin}/ordinary-news.html`);
  const popup = await openPopup(browser, own.page, extensionId);
  await seen(popup, '[data-testid=session-notice]');
  expect(await movesIn(popup)).toEqual([]);
  const panel = await openSidePanel(popup, browser, extensionId);
  await seen(panel, '[data-testid=save-beside]');
  await seen(panel, '[data-testid=export]');
  expect(await movesIn(panel)).toEqual([]);
});
