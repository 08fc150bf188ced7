import { beforeEach, expect, test, vi } from 'vitest';
import { allArticles, backgroundForTest, readingAt } from '../../../test/support/background.ts';
import { listenToCommands } from './commands.ts';

const URL = 'https://www.qingshan.example/1';
let own: ReturnType<typeof backgroundForTest>;
const openPanel = vi.fn(async (_windowId: number | undefined) => {});
beforeEach(() => {
  own = backgroundForTest();
  openPanel.mockClear();
  listenToCommands(own, openPanel);
});

/**
 * Opens a page with a fake reader script in it. The script answers `page.read`, and records in `actions` how the
 * selection is to be marked.
 */
function openPage(id: number) {
  const actions: string[] = [];
  const tab = own.fake.open(id, URL, {}, [
    {
      answers: {
        'page.read': () => readingAt(URL),
        'page.markSelection': ({ action }) => {
          actions.push(action);
          return { made: true };
        },
      },
    },
  ]);
  return { tab, actions };
}

test('the command to save keeps the page of its tab, and says so there', async () => {
  const { tab, actions } = openPage(4);
  const told = vi.spyOn(own.fake.scripting, 'executeScript');
  own.fake.commands.onCommand.fire('save-page', { id: 4, windowId: 1 });
  await vi.waitFor(() => expect(tab.badge).toBe('✓'));
  expect(own.fake.heard()).toEqual(['4.0 page.read']);
  await vi.waitFor(() => expect(told.mock.lastCall![0].args![0]).toBe('«page_savedNow»'));
  own.fake.commands.onCommand.fire('save-page', { id: 4, windowId: 1 });
  await vi.waitFor(() => expect(told.mock.lastCall![0].args![0]).toBe('«page_updatedNow»'));
  expect([actions, openPanel.mock.calls]).toEqual([[], []]);
  expect(await allArticles(own.db)).toMatchObject([{ url: URL }]);
});

test.each([
  ['highlight-selection', 'highlight'],
  ['note-selection', 'note'],
  ['tag-selection', 'tag'],
  ['task-selection', 'task'],
  ['cite-selection', 'cite'],
])('%s in the menu does it with the selection in every frame: %s', async (menuItemId, action) => {
  const { tab, actions } = openPage(4);
  own.fake.contextMenus.onClicked.fire({ menuItemId }, { id: 4 });
  await vi.waitFor(() => expect(actions).toEqual([action]));
  expect(tab.badge).toBe('');
  expect(await allArticles(own.db)).toEqual([]);
});

test('the panel opens in the window of the command, with nothing awaited before', () => {
  own.fake.commands.onCommand.fire('open-panel', { id: 4, windowId: 7 });
  expect(openPanel.mock.calls).toEqual([[7]]);
  expect(own.fake.injected).toEqual([]);
});

test('the panel opens at the article of the page where that is saved', async () => {
  openPage(4);
  own.fake.commands.onCommand.fire('save-page', { id: 4, windowId: 1 });
  await vi.waitFor(async () => expect(await allArticles(own.db)).toHaveLength(1));
  const [article] = await allArticles(own.db);
  own.fake.commands.onCommand.fire('open-panel', { id: 4, windowId: 1 });
  await vi.waitFor(async () =>
    expect(await own.fake.storage.session.get('panelArticle')).toEqual({ panelArticle: article!.id }),
  );
});

test('a panel that does not open throws nowhere', async () => {
  openPanel.mockRejectedValueOnce(new Error('no gesture'));
  own.fake.commands.onCommand.fire('open-panel', { id: 4, windowId: 7 });
  await new Promise((done) => setTimeout(done));
});

test('where a command cannot do its work the icon says so', async () => {
  const tab = own.fake.open(4, 'chrome://version', { refuses: 'Cannot access a chrome:// URL' });
  own.fake.commands.onCommand.fire('save-page', { id: 4 });
  await vi.waitFor(() => expect(tab.title).toBe('«error_restricted»'));
  expect(tab.badge).toBe('!');
});

test('a click outside any tab does nothing', async () => {
  own.fake.open(0, URL);
  own.fake.contextMenus.onClicked.fire({ menuItemId: 'save-page' }, { id: -1 });
  own.fake.contextMenus.onClicked.fire({ menuItemId: 'save-page' }, undefined);
  await new Promise((done) => setTimeout(done));
  expect(own.fake.injected).toEqual([]);
});

test('tab 0 is a tab too', async () => {
  const { actions } = openPage(0);
  own.fake.commands.onCommand.fire('highlight-selection', { id: 0 });
  await vi.waitFor(() => expect(actions).toEqual(['highlight']));
});

test('at install the menu is made anew', async () => {
  own.fake.menu.push({ id: 'of an older version', title: '', contexts: [] });
  own.fake.runtime.onInstalled.fire();
  await vi.waitFor(() => expect(own.fake.menu).toHaveLength(8));
  expect(own.fake.menu).toEqual([
    { id: 'save-page', title: '«menuSave»', contexts: ['page', 'link', 'image'] },
    { id: 'lift-restrictions', title: '«menuLift»', contexts: ['page'] },
    ...['Highlight', 'Note', 'Tag', 'Task', 'Cite'].map((name) => ({
      id: `${name.toLowerCase()}-selection`,
      title: `«menu${name}»`,
      contexts: ['selection'],
    })),
    { id: 'save-links', title: '«menuLinks»', contexts: ['selection'] },
  ]);
});
