import { PizhuError } from '../../messages/errors.ts';
import type { MarkState, Pointer } from '../../messages/schema.ts';
import { askFrames } from '../../messages/toPages.ts';
import { addressWithFragment } from '../../record/textFragment.ts';
import { articlesAt, getArticle } from '../../store/index.ts';
import type { Context } from './context.ts';
import { injectReader } from './inject.ts';
import { tabsShowing } from './showing.ts';
import { readingOf } from './tabs.ts';

type Placed = Pointer & { articleId: string };

/**
 * Shows a mark or words in a tab. Returns whether any frame has them, and whether the frames that have them hide them.
 */
export async function showIn(
  { browser }: Context,
  tabId: number,
  pointer: Pointer,
): Promise<{ found: boolean; hidden: boolean }> {
  const having = (await askFrames(browser, tabId, 'page.show', pointer)).filter(({ found }) => found);
  return { found: having.length > 0, hidden: having.length > 0 && having.every(({ hidden }) => hidden) };
}

/** Emphasises a mark or words in a tab. Returns whether any frame has them. */
export async function lightIn(
  { browser }: Context,
  tabId: number,
  pointer: Pointer,
): Promise<{ found: boolean }> {
  const answers = await askFrames(browser, tabId, 'page.light', pointer);
  return { found: answers.some(({ found }) => found) };
}

/** Shows an article's page at a mark or at words: in the tab that shows the article, else in a new tab. */
export async function showArticle(
  context: Context,
  { articleId, ...pointer }: Placed,
): Promise<{ outcome: 'shown' | 'hidden' | 'missing' | 'opened' }> {
  const { browser, db } = context;
  const saved = await getArticle(db, articleId);
  if (!saved) throw new PizhuError('notFound');
  const [tabId] = await tabsShowing(context, saved);
  if (tabId === undefined) {
    await browser.tabs.create({ url: addressWithFragment(saved.url, pointer.quote) });
    return { outcome: 'opened' };
  }
  const tab = await browser.tabs.update(tabId, { active: true });
  if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
  await injectReader(context, tabId);
  if (!pointer.annotationId && !pointer.quote) return { outcome: 'shown' };
  const { found, hidden } = await showIn(context, tabId, pointer);
  return { outcome: hidden ? 'hidden' : found ? 'shown' : 'missing' };
}

/** The tab that shows an article and has the reader; null where no tab does, or where the tab may not be asked. */
async function liveTabOf(context: Context, articleId: string): Promise<number | null> {
  const saved = await getArticle(context.db, articleId);
  const [tabId] = saved ? await tabsShowing(context, saved) : [];
  if (tabId === undefined) return null;
  return injectReader(context, tabId).then(
    () => tabId,
    () => null,
  );
}

const BEST_FIRST: MarkState[] = ['found', 'moved', 'missing'];

/** The state of each mark over all frames of a page: the best state that any frame reports. */
function bestStates(frames: Record<string, MarkState>[]): Record<string, MarkState> {
  const best: Record<string, MarkState> = {};
  for (const states of frames)
    for (const [id, state] of Object.entries(states))
      if (BEST_FIRST.indexOf(state) <= BEST_FIRST.indexOf(best[id] ?? 'missing')) best[id] = state;
  return best;
}

/** Reads an article anew in the tab that shows it, with the state of its marks; null where no tab shows it. */
export async function readLive(context: Context, articleId: string) {
  const tabId = await liveTabOf(context, articleId);
  if (tabId === null) return null;
  const reading = await readingOf(context, tabId);
  // The tab may show another page by now.
  const { own, also } = await articlesAt(context.db, reading);
  if (own?.id !== articleId && !also.some(({ id }) => id === articleId)) return null;
  const frames = await askFrames(context.browser, tabId, 'page.states', {});
  return { states: bestStates(frames.map(({ states }) => states)), reading };
}

/** Emphasises words in the tab that shows the article. */
export async function lightArticle(context: Context, { articleId, ...pointer }: Placed) {
  const tabId = await liveTabOf(context, articleId);
  return tabId === null ? { found: false } : lightIn(context, tabId, pointer);
}

/** Makes the next selection in the article's page the new place of a mark. */
export async function startReattach(context: Context, { articleId, id }: { articleId: string; id: string }) {
  const tabId = await liveTabOf(context, articleId);
  if (tabId === null) return { found: false };
  await context.browser.tabs.update(tabId, { active: true });
  await askFrames(context.browser, tabId, 'page.reattach', { id });
  return { found: true };
}

/** Returns the words selected in the article's page. */
export async function selectionIn(context: Context, articleId: string) {
  const tabId = await liveTabOf(context, articleId);
  const answers = tabId === null ? [] : await askFrames(context.browser, tabId, 'page.selection', {});
  return { quote: answers.find(({ quote }) => quote)?.quote ?? null };
}
