import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { askAboutTab } from '../support/messages.ts';
import { until } from '../support/page.ts';
import { useFirefox } from '../support/useFirefox.ts';

// Dots at links to saved articles in Firefox. A test has no access to closed shadow trees there, so it looks at pixels.

const own = useFirefox({
  pages: new Map([
    [
      'links-list.html',
      `<!doctype html><meta charset="utf-8"><title>目录</title><body style="background: white">
        <ul style="line-height: 3"><li><a href="ordinary-news.html">甲</a></li><li><a href="policy-document.html">乙</a></li></ul>`,
    ],
  ]),
});

/** Whether the dot's red is at the top right corner of each link. Reads the pixels in a page of the extension. */
async function dots(page: Page): Promise<boolean[]> {
  const corners = await page.$$eval('a', (links) =>
    links.map((link) => {
      const { right, top } = link.getBoundingClientRect();
      return { x: right, y: top };
    }),
  );
  const seen: boolean[] = [];
  for (const { x, y } of corners) {
    const data = await page.screenshot({
      encoding: 'base64',
      clip: { x: x - 4, y: y - 4, width: 12, height: 12 },
    });
    seen.push(
      await own.options.evaluate(async (source) => {
        const image = new Image();
        image.src = `data:image/png;base64,${source}`;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height);
        const drawing = canvas.getContext('2d')!;
        drawing.drawImage(image, 0, 0);
        const { data: rgba } = drawing.getImageData(0, 0, image.width, image.height);
        for (let at = 0; at < rgba.length; at += 4)
          if (rgba[at]! > 150 && rgba[at + 1]! < 90 && rgba[at + 2]! < 90) return true;
        return false;
      }, data),
    );
  }
  return seen;
}
const children = (page: Page) => page.evaluate(() => document.documentElement.childElementCount);

test('a link to a saved article has a dot once that is switched on, and the others have none', async () => {
  const article = await own.firefox.browser.newPage();
  await article.goto(`${own.server.origin}/ordinary-news.html`);
  const answer = await askAboutTab(own.options, 'tab.save', article.url());
  expect(answer).toMatchObject({ ok: true });
  const page = await own.firefox.browser.newPage();
  await page.goto(`${own.server.origin}/links-list.html`);
  expect(await dots(page)).toEqual([false, false]);
  await own.options.$eval('[data-testid=marks-saved-links]', (one) => (one as HTMLElement).click());
  await until(async () => JSON.stringify(await dots(page)) === '[true,false]', 'the dot of the saved link');
  expect(await children(page)).toBe(3);
  await own.options.$eval('[data-testid=marks-saved-links]', (one) => (one as HTMLElement).click());
  await until(async () => (await children(page)) === 2, 'no element of the extension');
  expect(await dots(page)).toEqual([false, false]);
});
