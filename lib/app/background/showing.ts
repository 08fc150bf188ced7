import type { Annotation } from '../../annotation/schema.ts';
import { askFrames } from '../../messages/toPages.ts';
import { recognisedAddress } from '../../record/address.ts';
import type { SavedArticle } from '../../record/schema.ts';
import { getAnnotation, getArticle } from '../../store/index.ts';
import { showSaved } from './badge.ts';
import type { Context } from './context.ts';
import { injectReader } from './inject.ts';

/** The properties of an article by which its tabs can be found. */
type Located = Pick<SavedArticle, 'id' | 'addresses' | 'alsoAt'>;

/**
 * All tabs that show an article. Tabs that were recorded for the article and still show its page come first. Tabs at
 * another address of the article follow.
 */
export async function tabsShowing({ browser, articleTabs }: Context, saved: Located): Promise<number[]> {
  const known = await articleTabs.showing(saved.id);
  const addresses = [...saved.addresses, ...saved.alsoAt];
  const open = (await browser.tabs.query({})).flatMap(({ id, url }) =>
    id === undefined ? [] : [{ id, url }],
  );
  const showing = open.filter(({ id, url }) => {
    // Uses the record of the tab if the browser hides the tab's address, because the extension has no host access.
    if (url === undefined) return known.has(id);
    const address = recognisedAddress(url);
    return address !== null && (address === known.get(id) || addresses.includes(address));
  });
  const ids = showing.map(({ id }) => id);
  return [...ids.filter((id) => known.has(id)), ...ids.filter((id) => !known.has(id))];
}

/**
 * Sends a changed mark to every tab that shows its article (null for a deleted mark). Leaves out the tab in which the
 * change was made.
 */
export async function notifyTabsOfMark(
  context: Context,
  saved: Located,
  id: string,
  annotation: Annotation | null,
  exceptTabId?: number,
): Promise<void> {
  // Ignores errors. They mean that the tab is closing or shows another page, so it needs no repainting.
  for (const tabId of await tabsShowing(context, saved))
    if (tabId !== exceptTabId)
      await askFrames(context.browser, tabId, 'page.markChanged', { id, annotation }).catch(() => {});
}

/** Sends the present state of these marks to every tab that shows their article. */
export async function notifyTabsOfMarks(
  context: Context,
  articleId: string,
  annotationIds: string[],
): Promise<void> {
  const saved = await getArticle(context.db, articleId);
  if (!saved) return;
  for (const id of annotationIds)
    await notifyTabsOfMark(context, saved, id, await getAnnotation(context.db, id));
}

/** An article was just saved in one tab. Shows its marks in all other tabs that show the article. */
export async function showInOtherTabs(context: Context, saved: Located, tabId: number): Promise<void> {
  for (const other of await tabsShowing(context, saved))
    if (other !== tabId) await showMarksIn(context, other).catch(() => {});
}

async function showMarksIn(context: Context, tabId: number): Promise<void> {
  await injectReader(context, tabId);
  await askFrames(context.browser, tabId, 'page.refresh', {});
}

/** Makes all tabs that show these articles fetch their marks again. */
export async function refreshTabs(context: Context, articleIds: string[]): Promise<void> {
  const { browser, db, articleTabs } = context;
  for (const id of articleIds) {
    const saved = await getArticle(db, id);
    // For a deleted article, uses only the tabs recorded for it, because its addresses are no longer known.
    const tabs = saved ? await tabsShowing(context, saved) : [...(await articleTabs.showing(id)).keys()];
    for (const tabId of tabs) {
      await showSaved(context, tabId, saved !== null);
      await askFrames(browser, tabId, 'page.refresh', {}).catch(() => {});
    }
  }
}
