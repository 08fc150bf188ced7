import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseExport } from '@/lib/exchange/json.ts';
import { grantHost, launchChromium, openPopup, openSidePanel } from './support/chromium.mjs';
import { dragAcross, paintedWords, until } from './support/page.ts';
import { serveFixtures } from './support/server.mjs';

/** The journey of the README, with the shipped build: read, save, mark, find again, export. */
describe('Chromium', () => {
  let chromium: Awaited<ReturnType<typeof launchChromium>>;
  let server: Awaited<ReturnType<typeof serveFixtures>>;
  let page: Page;
  const words = '各街道';

  beforeAll(async () => {
    server = await serveFixtures();
    chromium = await launchChromium({ extensionDir: '.output/chrome-mv3', headless: true, lang: 'zh-CN' });
    page = await chromium.browser.newPage();
    await page.goto(`${server.origin}/district-meeting.html`);
  });
  afterAll(async () => {
    await chromium?.close();
    await server?.close();
  });

  test('nothing of the extension is in the page before it is asked for', async () => {
    expect(await page.evaluate(() => document.querySelector('pizhu-host') === null)).toBe(true);
    expect(await paintedWords(page)).toEqual([]);
  });

  test('the popup of a real click on the icon shows the article, and a task scrolls the page to it', async () => {
    const popup = await openPopup(chromium.browser, page, chromium.extensionId);
    await popup.waitForSelector('[data-testid=state-article]');
    const headline = await page.$eval('h1', (h1) => h1.textContent!.trim());
    expect(await popup.$eval('body', (body) => body.innerText)).toContain(headline);
    const tasks = await popup.$$('[data-testid=task]');
    expect(tasks.length).toBeGreaterThanOrEqual(10);
    await page.evaluate(() => scrollTo(0, 0));
    await tasks.at(-1)!.click();
    await until(() => page.evaluate(() => scrollY > 0));
    const flashed = await until(() => paintedWords(page, 'pizhu-focus').then((all) => all[0]));
    expect(flashed!.length).toBeGreaterThan(10);
  });

  test('saving keeps it, saving again does not double it', async () => {
    const popup = await openPopup(chromium.browser, page, chromium.extensionId);
    await popup.waitForSelector('[data-testid=save]');
    await popup.click('[data-testid=save]');
    await until(() => popup.$eval('body', (body) => body.innerText.includes('已保存')));
    await popup.click('[data-testid=save]');
    const panel = await chromium.browser.newPage();
    await panel.goto(`chrome-extension://${chromium.extensionId}/sidepanel.html`);
    await panel.waitForSelector('[data-testid=article-row], [data-testid=article-view]');
    expect((await panel.$$('[data-testid=article-row], [data-testid=article-view]')).length).toBe(1);
    await panel.close();
    await page.bringToFront();
  });

  test('a passage selected with the mouse is highlighted, and comes back after a reload', async () => {
    await grantHost(chromium.browser, chromium.extensionId, '*://127.0.0.1/*');
    await page.bringToFront();
    const popup = await openPopup(chromium.browser, page, chromium.extensionId);
    await popup.waitForSelector('[data-testid=state-article]');
    await popup.close().catch(() => {});
    await page.bringToFront();
    const bar = await dragAcross(page, words);
    await page.mouse.click(bar.x, bar.y);
    await until(() => paintedWords(page).then((all) => all.includes(words)));
    await page.reload();
    await until(() => paintedWords(page).then((all) => all.includes(words)));
    expect(await page.evaluate(() => document.body.innerHTML.includes('pizhu'))).toBe(false);
  });
});
