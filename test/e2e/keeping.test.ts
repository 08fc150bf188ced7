import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { activate, seen } from '../../scripts/lib/seen.mjs';
import { keepReadings } from '../../scripts/lib/views.mjs';
import { expectAccessible, expectNoOverflow } from '../support/accessibility.ts';
import { textOf, until, untilGone } from '../support/page.ts';
import { richReading } from '../support/richReading.mjs';
import { useFreshChromium } from '../support/useChromium.ts';

const own = useFreshChromium();

async function openPanel(): Promise<Page> {
  const panel = await own.chromium.browser.newPage();
  await panel.setViewport({ width: 360, height: 800 });
  await panel.goto(`chrome-extension://${own.chromium.extensionId}/sidepanel.html`);
  return panel;
}
const rows = async (page: Page) => (await page.$$('[data-testid=article-row]')).length;
const numbered = (n: number) => ({
  ...richReading,
  url: `https://www.qingshan.example/zw/${n}.html`,
  article: { ...richReading.article, title: `第${n}篇`, text: `${richReading.article.text}\n${n}` },
});
/** Opens the panel with a collection of two articles. */
async function openPanelOnTwo(): Promise<Page> {
  const panel = await openPanel();
  await keepReadings(panel, [numbered(1), numbered(2)]);
  await panel.reload();
  await until(async () => (await rows(panel)) === 2, 'the list');
  return panel;
}
/** Opens the article at the top of the list. */
const openFirst = async (panel: Page) => {
  await seen(panel, '[data-testid=article-row] button');
  await panel.$eval('[data-testid=article-row] button', (one) => (one as HTMLElement).click());
  await seen(panel, '[data-testid=article-view]');
};

test('two articles that were deleted come back in a panel that is opened anew', async () => {
  const panel = await openPanelOnTwo();
  for (let left = 1; left >= 0; left--) {
    await openFirst(panel);
    await activate(panel, '[data-testid=delete-article]');
    await until(
      async () => !(await panel.$('[data-testid=article-view]')) && (await rows(panel)) === left,
      'the deletion',
    );
  }
  await panel.close();
  const again = await openPanel();
  await activate(again, '[data-testid=open-trash]');
  await seen(again, '[data-testid=trash-item]');
  expect(await again.$$('[data-testid=trash-item]')).toHaveLength(2);
  await expectAccessible(again, 'trash');
  await expectNoOverflow(again, 'trash');
  await activate(again, '[data-testid=step-undo]');
  await until(async () => (await again.$$('[data-testid=trash-item]')).length === 1, 'one');
  await activate(again, '[data-testid=step-undo]');
  await until(async () => (await again.$$('[data-testid=trash-item]')).length === 0, 'the other');
  await activate(again, '[data-testid=back]');
  await until(async () => (await rows(again)) === 2, 'both');
});

test.each([
  ['runs', false],
  ['has been stopped by the browser', true],
])(
  'a note is kept though the panel closes as soon as it is typed, if the background %s',
  async (_, stopped) => {
    const panel = await openPanelOnTwo();
    await openFirst(panel);
    await activate(panel, '[data-testid=tab-marks]');
    await seen(panel, '[data-testid=note]');
    await (await seen(panel, '[data-testid=note]')).focus();
    const worker = await own.chromium.browser.waitForTarget((one) => one.type() === 'service_worker');
    if (stopped) await (await worker.worker())!.close();
    await panel.keyboard.sendCharacter('下周核对');
    await panel.close();
    const again = await openPanel();
    await openFirst(again);
    await activate(again, '[data-testid=tab-marks]');
    await until(async () => (await textOf(again)).includes('下周核对'), 'the note');
  },
);

/** Empties the database, as the browser may do. Data that is kept outside the database stays. */
const clearDatabase = (view: Page) =>
  view.evaluate(
    () =>
      new Promise<void>((done) => {
        const opening = indexedDB.open('pizhu');
        opening.onsuccess = () => {
          const { result } = opening;
          const clearing = result.transaction([...result.objectStoreNames], 'readwrite');
          for (const name of result.objectStoreNames) clearing.objectStore(name).clear();
          clearing.oncomplete = () => {
            result.close();
            done();
          };
        };
      }),
  );

test('a collection that was cleared is told from one that is new', async () => {
  const panel = await openPanelOnTwo();
  await until(
    async () =>
      (await panel.evaluate(`chrome.storage.local.get('keptArticles').then((all) => all.keptArticles)`)) ===
      2,
    'the count',
  );
  await clearDatabase(panel);
  await panel.reload();
  await seen(panel, '[data-testid=state-emptied]');
  expect(await textOf(panel)).toContain('这里曾有 2 篇文章');
  await expectAccessible(panel, 'emptied');
  await activate(panel, '[data-testid=accept-empty]');
  await seen(panel, '[data-testid=state-empty]');
});

test('a page saved before anybody looked does not hide that the others are gone; these come back beside it', async () => {
  const panel = await openPanelOnTwo();
  const options = await own.chromium.browser.newPage();
  await options.goto(`chrome-extension://${own.chromium.extensionId}/options.html`);
  await activate(options, '[data-testid=backup-now]');
  await seen(options, '[data-testid=backup-restore]');
  await until(async () => (await textOf(options)).includes('已备份 2 篇'), 'the backup');
  await until(
    async () =>
      (await options.evaluate(`chrome.storage.local.get('keptArticles').then((all) => all.keptArticles)`)) ===
      2,
    'the count',
  );
  await panel.close();
  await clearDatabase(options);
  await keepReadings(options, [numbered(3)]);
  const again = await openPanel();
  await seen(again, '[data-testid=lost-articles]');
  expect(await textOf(again)).toContain('这里曾有 2 篇文章');
  await expectAccessible(again, 'lost articles');
  await expectNoOverflow(again, 'lost articles');
  await activate(again, '[data-testid=backup-restore]');
  await until(async () => (await rows(again)) === 3, 'all three');
  await untilGone(again, '[data-testid=lost-articles]');
});

/** Damages an article without the extension: sets its note to null, which no version ever writes. */
const spoil = (panel: Page, id: string) =>
  panel.evaluate(
    (key) =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open('pizhu');
        opening.onsuccess = () => {
          const db = opening.result;
          const writing = db.transaction('articles', 'readwrite');
          const articles = writing.objectStore('articles');
          const asked = articles.get(key);
          asked.onsuccess = () => articles.put({ ...asked.result, note: null });
          writing.onabort = () => failed(writing.error);
          writing.oncomplete = () => {
            db.close();
            done();
          };
        };
      }),
    id,
  );

test('a record that cannot be read costs itself alone: it is named, exported and deleted', async () => {
  const panel = await openPanel();
  const [id] = await keepReadings(panel, [numbered(1), numbered(2)]);
  await spoil(panel, id!);
  await panel.evaluate(`chrome.storage.session.set({ panelArticle: ${JSON.stringify(id)} })`);
  await panel.reload();
  await seen(panel, '[data-testid=article-missing]');
  expect(await textOf(panel)).toContain('需要修复');
  await activate(panel, '[data-testid=back]');
  await until(async () => (await rows(panel)) === 1, 'the other article');
  await activate(panel, '[data-testid=open-repair]');
  await seen(panel, '[data-testid=repair-item]');
  expect(await panel.$$eval('[data-testid=repair-item]', (all) => all.map((one) => one.textContent))).toEqual(
    [expect.stringContaining('第1篇')],
  );
  await expectAccessible(panel, 'repair');
  await expectNoOverflow(panel, 'repair');
  await activate(panel, '[data-testid=repair-export]');
  await until(async () => (await textOf(panel)).includes('已导出原始数据'), 'the export');
  await activate(panel, '[data-testid=repair-delete]');
  await activate(panel, '[data-testid=repair-delete-confirm]');
  await until(async () => (await panel.$('[data-testid=repair-item]')) === null, 'the deletion');
  await activate(panel, '[data-testid=back]');
  await until(async () => (await rows(panel)) === 1, 'the other article, still there');
});
