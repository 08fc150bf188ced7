// Takes screenshots of the collection in a tab: without an article, with one, and in narrow windows.
import { richReading } from '../../test/support/richReading.mjs';
import { keepReadings } from './views.mjs';

/** Readings that look similar in the list: they have the same headline, but different days, sources and regions. */
const others = Array.from({ length: 24 }, (_, i) => ({
  ...richReading,
  url: `https://www.lanqiao${i % 5}.example/2025/${i}.html`,
  canonicalUrl: null,
  article: {
    ...richReading.article,
    title: i % 3 ? `岚桥区召开第${i}次水务工作会议` : richReading.article.title,
    publishedAt: `2025-03-${String(1 + (i % 9)).padStart(2, '0')}`,
    source: i % 4 ? ['岚桥日报', '岚桥发布', '水务在线'][i % 3] : null,
    text: `第${i}次会议。\n${richReading.article.text}`,
  },
}));

/** Takes the screenshots. `shoot(view, name, options)` takes one in each colour scheme. */
export async function shootWorkspace({ browser, extensionId, shoot }) {
  const tab = await browser.newPage();
  await tab.setViewport({ width: 1440, height: 900 });
  await tab.goto(`chrome-extension://${extensionId}/collection.html`);
  await keepReadings(tab, [richReading, ...others]);
  // Clears the search, which the list has kept from earlier screenshots.
  await tab.evaluate(() =>
    Promise.all([chrome.storage.session.clear(), chrome.storage.local.remove(['panelList', 'tabList'])]),
  );
  await tab.reload();
  await tab.waitForSelector('[data-testid=article-row]');
  await shoot(tab, 'tab-list');
  await tab.keyboard.press('ArrowDown');
  await tab.waitForSelector('[data-testid=article-beside]');
  await shoot(tab, 'tab-article');
  await tab.select('[data-testid=group]', 'source');
  await tab.waitForSelector('[data-testid=group-heading]');
  await shoot(tab, 'tab-groups');
  for (const width of [1000, 700]) {
    await tab.setViewport({ width, height: 800 });
    await shoot(tab, `tab-${width}px`);
  }
  await tab.close();
}
