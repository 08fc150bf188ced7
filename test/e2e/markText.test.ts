import { expect, test } from 'vitest';
import { press, seen } from '../../scripts/lib/seen.mjs';
import { markedWords, newsPage, openPage, paragraphs, selectWords, untilMarked } from '../support/journey.ts';
import { textOf, toolbarOf, until } from '../support/page.ts';
import { useChromium } from '../support/useChromium.ts';

// In the captured text, words can be marked and tasks added as on the page. Marks and tasks made in one of the two also
// appear in the other.

const own = useChromium();

test('the captured text is marked by keys, the mark shows on the page, and a task is an entry of the list', async () => {
  const { browser, extensionId } = own.chromium;
  const page = await browser.newPage();
  const body = paragraphs(
    '防汛会议今日召开。',
    '各镇要在六月底前完成泵站检修。',
    '会上通报了去年的积水点位。',
  );
  await openPage(page, own.server, own.pages, 'captured.html', newsPage('防汛会议召开', body));
  await selectWords(page, '通报了去年的积水点位');
  await toolbarOf(page);
  await page.keyboard.press('r');
  await untilMarked(page, ['通报了去年的积水点位']);
  const panel = await browser.newPage();
  await panel.goto(`chrome-extension://${extensionId}/sidepanel.html`);
  await press(panel, '[data-testid=article-row] .headline');
  await press(panel, '[data-testid=tab-tasks]');
  await until(async () => (await textOf(panel)).includes('通报了去年的积水点位'), 'the task in the list');
  await press(panel, '[data-testid=tab-text]');
  await seen(panel, '[data-testid=captured-text]');
  await panel.evaluate((words) => {
    const walker = document.createTreeWalker(
      document.querySelector('[data-testid=captured-text]')!,
      NodeFilter.SHOW_TEXT,
    );
    while (!(walker.nextNode() as Text).data.includes(words));
    const node = walker.currentNode as Text;
    getSelection()!.setBaseAndExtent(
      node,
      node.data.indexOf(words),
      node,
      node.data.indexOf(words) + words.length,
    );
  }, '完成泵站检修');
  await seen(panel, '[data-testid=selection-note]');
  await panel.keyboard.press('3');
  await until(() => panel.$('mark.blue'), 'the mark in the captured text');
  await untilMarked(page, ['完成泵站检修'], 'blue');
  const sheetHeight = () =>
    panel.evaluate(
      () => document.querySelector('[data-testid=key-sheet]')?.getBoundingClientRect().height ?? 0,
    );
  expect(await sheetHeight()).toBe(0);
  await panel.keyboard.press('?');
  await until(
    () => panel.$eval('[data-testid=key-sheet]', (one) => (one as HTMLDialogElement).open),
    'the sheet',
  );
  expect(await sheetHeight()).toBeGreaterThan(0);
  expect(await markedWords(page)).toHaveLength(2);
});

test('a meaning given to a colour shows in the toolbar of a page', async () => {
  const { browser, extensionId } = own.chromium;
  const options = await browser.newPage();
  await options.goto(`chrome-extension://${extensionId}/options.html`);
  const field = await seen(options, '[data-testid=meaning-green]');
  await field.type('已核实');
  await options.keyboard.press('Tab');
  const page = await browser.newPage();
  await openPage(
    page,
    own.server,
    own.pages,
    'meaning.html',
    newsPage('颜色含义', paragraphs('含义写在工具栏里。')),
  );
  await until(async () => {
    await selectWords(page, '含义写在工具栏');
    await toolbarOf(page);
    const tree = JSON.stringify(await page.accessibility.snapshot({ interestingOnly: false } as never));
    return tree.includes('绿（已核实）');
  }, 'the meaning');
});
