import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { expectAccessible, expectNoOverflow } from '../support/accessibility.ts';
import { textOf, until } from '../support/page.ts';
import { useFreshChromium } from '../support/useChromium.ts';

// Saving several pages together: the selected links of a page that lists articles, and the tabs of a window.

const own = useFreshChromium();
const article = (n: number) =>
  `<meta charset="utf-8"><title>第${n}期</title><h1>第${n}期水务简报</h1>${'<p>岚桥区检查排水管网，各街道要在六月底前完成整改。</p>'.repeat(8)}`;
for (const n of [1, 2, 3]) own.pages.set(`batch-${n}.html`, article(n));
own.pages.set(
  'batch-list.html',
  `<meta charset="utf-8"><a href="batch-3.html">前一栏</a><ul id="list">${[1, 2, 1]
    .map((n) => `<li><a href="batch-${n}.html">第${n}期水务简报</a></li>`)
    .join('')}<li><a href="javascript:alert(1)">脚本</a></li></ul>`,
);

const lines = (batch: Page) =>
  batch.$$eval('[data-testid=batch-page]', (all) => all.map((one) => one.textContent ?? ''));
async function openedBatch(): Promise<Page> {
  const target = await own.chromium.browser.waitForTarget((one) => one.url().includes('/batch.html'));
  const batch = (await target.page())!;
  await batch.setViewport({ width: 900, height: 800 });
  return batch;
}
const tabsAt = async (part: string) =>
  (await own.chromium.browser.pages()).filter((one) => one.url().includes(part)).length;

test('the selected links of a listing page are saved one after another, and no tab of them stays', async () => {
  await own.page.goto(`${own.server.origin}/batch-list.html`);
  await own.page.evaluate(() => getSelection()!.selectAllChildren(document.getElementById('list')!));
  const worker = await own.chromium.browser.waitForTarget((one) => one.type() === 'service_worker');
  await (await worker.worker())!.evaluate(`chrome.tabs.query({ active: true }).then(([tab]) =>
    chrome.contextMenus.onClicked.dispatch({ menuItemId: 'save-links', frameId: 0 }, tab))`);
  const batch = await openedBatch();
  await batch.waitForSelector('[data-testid=batch-page]');
  // Lists each page once. Omits links that run scripts, and links outside the selection.
  expect(await lines(batch)).toHaveLength(2);
  await expectAccessible(batch, 'batch before it begins');
  await batch.click('[data-testid=batch-start]');
  // The batch saves one page of a site at a time, with a pause in between. So the test waits for each page separately.
  await until(
    async () => (await lines(batch)).some((line) => line.includes('已保存')),
    'the first page saved',
  );
  await until(async () => (await lines(batch)).every((line) => line.includes('已保存')), 'both pages saved');
  expect(await textOf(batch)).toContain('已保存 2，已更新 0，失败 0，还有 0');
  await until(async () => (await tabsAt('/batch-1.html')) === 0, 'the tabs to close');
  await expectAccessible(batch, 'batch with its report');
  await batch.setViewport({ width: 360, height: 800 });
  await expectNoOverflow(batch, 'batch, narrow');
  // The report shows again after a reload.
  await batch.reload();
  await until(async () => {
    const all = await lines(batch);
    return all.length === 2 && all.every((line) => line.includes('已保存'));
  }, 'the report again');
});

test('the tabs of a window are saved where they are, and what cannot be read says why', async () => {
  await own.page.goto(`${own.server.origin}/batch-1.html`);
  const other = await own.chromium.browser.newPage();
  await other.goto(`${own.server.origin}/batch-3.html`);
  const panel = await own.chromium.browser.newPage();
  await panel.goto(`chrome-extension://${own.chromium.extensionId}/sidepanel.html`);
  await (await panel.waitForSelector('[data-testid=save-tabs]'))!.click();
  const batch = await openedBatch();
  await until(async () => (await lines(batch)).length === 2, 'both tabs');
  await other.close();
  await batch.click('[data-testid=batch-start]');
  await until(async () => {
    const [first, second] = await lines(batch);
    return !!first?.includes('已保存') && !!second?.includes('失败');
  }, 'one saved, one failed');
  expect(await tabsAt('/batch-1.html')).toBe(1);
  await batch.click('[data-testid=batch-retry]');
  await batch.waitForSelector('[data-testid=batch-start]:not([disabled])');
  // A batch that is closed before all pages are saved can be continued.
  await batch.close();
  await (await panel.waitForSelector('[data-testid=continue-batch]'))!.click();
  const again = await openedBatch();
  await until(async () => (await lines(again)).length === 2, 'the batch again');
});
