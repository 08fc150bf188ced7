import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchFirefox } from '../../scripts/lib/firefox.mjs';
import { activate, press, seen } from '../../scripts/lib/seen.mjs';
import { servePages } from '../../scripts/lib/server.mjs';
import { dragAcross, firstColour, isPainted, isStubRegistered, until } from '../support/page.ts';

// Tests in Firefox that articles can be deleted and restored, even after the browser was closed in between.

const words = '每周公布一次进度';
const profile = mkdtempSync(join(tmpdir(), 'pizhu-firefox-'));
const uuid = randomUUID();
const launch = () => launchFirefox({ extensionDir: '.output/firefox-mv3', profile, uuid });
let firefox: Awaited<ReturnType<typeof launch>>;
let server: Awaited<ReturnType<typeof servePages>>;

beforeAll(async () => {
  server = await servePages('test/pages');
  firefox = await launch();
});
afterAll(async () => {
  await firefox?.close();
  await server?.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
});

async function grantSites() {
  const options = await firefox.openExtensionPage('options.html');
  await press(options, '[data-testid=grant-all]');
  await until(() => isStubRegistered(options), 'the stub for all sites');
  await options.close();
}
async function openPanel(): Promise<Page> {
  const panel = await firefox.openExtensionPage('sidepanel.html');
  await seen(panel, '[data-testid=search]');
  return panel;
}
const rows = async (view: Page) => (await view.$$('[data-testid=article-row]')).length;

test('an article is saved, deleted, restored from the trash with its mark, and is there after a restart', async () => {
  await grantSites();
  const page = await firefox.browser.newPage();
  await page.goto(`${server.origin}/district-meeting.html`);
  await dragAcross(page, words);
  const colour = await until(() => firstColour(page), 'the toolbar');
  await page.mouse.click(colour.x, colour.y);
  await until(() => isPainted(page, words), 'the highlight');

  const panel = await openPanel();
  await activate(panel, '[data-testid=article-row] .headline');
  await activate(panel, '[data-testid=delete-article]');
  await until(async () => (await rows(panel)) === 0, 'the deletion');
  await until(async () => !(await isPainted(page, words)), 'the page without the mark');
  await activate(panel, '[data-testid=open-trash]');
  await seen(panel, '[data-testid=trash-item]');
  await activate(panel, '[data-testid=trash-restore]');
  await until(async () => (await panel.$('[data-testid=trash-item]')) === null, 'the empty trash');

  await firefox.close();
  firefox = await launch();
  const again = await openPanel();
  await until(async () => (await rows(again)) === 1, 'the article after the restart');
  await activate(again, '[data-testid=article-row] .headline');
  await activate(again, '[data-testid=tab-marks]');
  await seen(again, '[data-testid=mark]');
  expect(await again.$eval('[data-testid=mark] blockquote', (quote) => quote.textContent)).toBe(words);
});
