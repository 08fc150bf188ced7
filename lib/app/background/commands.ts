import { codeOf } from '../../messages/errors.ts';
import type { MarkAction } from '../../messages/schema.ts';
import { askFrames } from '../../messages/toPages.ts';
import { PANEL_ARTICLE } from '../panel/listKeys.ts';
import { isFailure } from '../snapshots.ts';
import { within } from '../within.ts';
import { showRefused } from './badge.ts';
import { collectLinks } from './collectLinks.ts';
import type { Context } from './context.ts';
import { injectReader, refuseWhereOff } from './inject.ts';
import { liftRestrictions } from './restrictions.ts';
import { snapshotOf } from './snapshots.ts';
import { articleOfTab, saveTab } from './tabs.ts';
import { tellOnPage } from './tellOnPage.ts';

/** The entries of the context menu for a selection, with their actions. */
const SELECTION_MENU: [id: string, action: MarkAction, title: string][] = [
  ['highlight-selection', 'highlight', 'menuHighlight'],
  ['note-selection', 'note', 'menuNote'],
  ['tag-selection', 'tag', 'menuTag'],
  ['task-selection', 'task', 'menuTask'],
  ['cite-selection', 'cite', 'menuCite'],
];

async function markSelection(context: Context, tabId: number, action: MarkAction): Promise<void> {
  await injectReader(context, tabId);
  await askFrames(context.browser, tabId, 'page.markSelection', { action });
}

async function createMenu({ browser }: Context): Promise<void> {
  await browser.contextMenus.removeAll();
  const create = (id: string, title: string, contexts: ('page' | 'link' | 'image' | 'selection')[]) =>
    browser.contextMenus.create({
      id,
      title: browser.i18n.getMessage(title as never),
      contexts: contexts as never,
    });
  create('save-page', 'menuSave', ['page', 'link', 'image']);
  create('lift-restrictions', 'menuLift', ['page']);
  for (const [id, , title] of SELECTION_MENU) create(id, title, ['selection']);
  create('save-links', 'menuLinks', ['selection']);
}

/** Milliseconds that the message about a saved page waits for the snapshot of the page. */
const SNAPSHOT_FIRST = 1500;

/** The message about a page that was saved. Warns where the page is hardly an article, because nobody has looked. */
const savedMessage = (created: boolean, isArticle: boolean) => {
  if (!created) return 'page_updatedNow';
  return isArticle ? 'page_savedNow' : 'savedNoArticle';
};

/** Saves the page of a tab, and shows a message about it on the page. */
async function saveAndTell(context: Context, tabId: number): Promise<void> {
  const { created, saved } = await saveTab(context, tabId);
  // Waits for the snapshot, which would otherwise contain the message. Where the snapshot failed, shows no message,
  // because the message about that failure also says that the page is saved.
  const snapshot = await within(SNAPSHOT_FIRST, snapshotOf(context, tabId));
  if (snapshot && isFailure(snapshot.outcome)) return;
  const words = context.browser.i18n.getMessage(savedMessage(created, saved.article.isArticle));
  await tellOnPage(context, tabId, words).catch(() => {});
}

/**
 * Tells why a command failed: on the toolbar icon, and on the page where the extension can reach it. Shows nothing on
 * pages of a site for which the user has switched the extension off.
 */
async function refuse(context: Context, tabId: number, error: unknown): Promise<void> {
  const code = codeOf(error);
  const words = context.browser.i18n.getMessage(`error_${code}`);
  await showRefused(context, tabId, words);
  if (code !== 'switchedOff') await tellOnPage(context, tabId, words).catch(() => {});
}

/** Opens the article of a tab's page in the side panel. The panel stays as it is where the page is not saved. */
async function openAtPage(context: Context, tabId: number): Promise<void> {
  const { articleId } = await articleOfTab(context, tabId);
  if (articleId) await context.browser.storage.session.set({ [PANEL_ARTICLE]: articleId });
}

/**
 * Runs keyboard commands and entries of the context menu. Both grant `activeTab`, so they work on any page. `openPanel`
 * opens the side panel of a window.
 */
export function listenToCommands(
  context: Context,
  openPanel: (windowId: number | undefined) => Promise<unknown>,
): void {
  const { browser } = context;
  const run = (tabId: number | undefined, work: (tabId: number) => Promise<unknown>) => {
    // Ignores a click outside any tab, for which the id is negative.
    if (tabId === undefined || tabId < 0) return;
    refuseWhereOff(context, tabId)
      .then(() => work(tabId))
      .catch((error) => refuse(context, tabId, error));
  };
  const act = (name: string, tab: { id?: number; windowId?: number } | undefined) => {
    if (name === 'save-page') run(tab?.id, (tabId) => saveAndTell(context, tabId));
    if (name === 'lift-restrictions') run(tab?.id, (tabId) => liftRestrictions(context, tabId));
    const action = SELECTION_MENU.find(([id]) => id === name)?.[1];
    if (action) run(tab?.id, (tabId) => markSelection(context, tabId, action));
    // Awaits nothing before this. The browser opens a panel only during the user's gesture, which an `await` would end.
    if (name === 'open-panel') {
      openPanel(tab?.windowId).catch(() => {});
      if (tab?.id !== undefined) openAtPage(context, tab.id).catch(() => {});
    }
  };
  browser.commands.onCommand.addListener(act);
  browser.contextMenus.onClicked.addListener(({ menuItemId, frameId = 0 }, tab) => {
    if (menuItemId === 'save-links') run(tab?.id, (tabId) => collectLinks(context, tabId, frameId));
    else act(String(menuItemId), tab);
  });
  browser.runtime.onInstalled.addListener(() => createMenu(context));
}
