import { PizhuError } from '../../messages/errors.ts';
import type { MarkState, Pointer, SnapshotOutcome } from '../../messages/schema.ts';
import { askFrames } from '../../messages/toPages.ts';
import { addressWithFragment } from '../../record/textFragment.ts';
import { articlesAt, getArticle } from '../../store/index.ts';
import { keepsSnapshots, NO_SNAPSHOT } from '../snapshots.ts';
import type { Context } from './context.ts';
import { injectReader } from './inject.ts';
import { askBeforeKeeping } from './privateWindows.ts';
import { tabsShowing } from './showing.ts';
import { snapshotOf, startSnapshot } from './snapshots.ts';
import { readingOf } from './tabs.ts';

type Placed = Pointer & { articleId: string };

/**
 * Scrolls a tab to a mark or to a quote. Returns whether any frame has the words (`found`), and whether every frame
 * with the words hides them (`hidden`).
 */
export async function showIn(
  { browser }: Context,
  tabId: number,
  pointer: Pointer,
): Promise<{ found: boolean; hidden: boolean }> {
  const having = (await askFrames(browser, tabId, 'page.show', pointer)).filter(({ found }) => found);
  return { found: having.length > 0, hidden: having.length > 0 && having.every(({ hidden }) => hidden) };
}

/** Emphasises a mark or a quote in a tab. Returns whether any frame has the words. */
export async function lightIn(
  { browser }: Context,
  tabId: number,
  pointer: Pointer,
): Promise<{ found: boolean }> {
  const answers = await askFrames(browser, tabId, 'page.light', pointer);
  return { found: answers.some(({ found }) => found) };
}

/** Shows the page of an article at a mark or at a quote: in a tab that shows the article already, else in a new tab. */
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

/**
 * A tab that shows an article, with the reader script injected. Null where there is none, or where the extension may
 * not read the tab.
 */
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

/**
 * The state of each mark over all frames of a page. If frames differ, the best state counts: a mark found in one frame
 * is found.
 */
function bestStates(frames: Record<string, MarkState>[]): Record<string, MarkState> {
  const best: Record<string, MarkState> = {};
  for (const states of frames)
    for (const [id, state] of Object.entries(states))
      if (BEST_FIRST.indexOf(state) <= BEST_FIRST.indexOf(best[id] ?? 'missing')) best[id] = state;
  return best;
}

/** Reads an article again in a tab that shows it, with the state of its marks. Null where no tab shows it. */
export async function readLive(context: Context, articleId: string) {
  const tabId = await liveTabOf(context, articleId);
  if (tabId === null) return null;
  const reading = await readingOf(context, tabId);
  // Returns null if the tab has gone to another page during the reading.
  const { own, also } = await articlesAt(context.db, reading);
  if (own?.id !== articleId && !also.some(({ id }) => id === articleId)) return null;
  const frames = await askFrames(context.browser, tabId, 'page.states', {});
  return { states: bestStates(frames.map(({ states }) => states)), reading };
}

/** Makes a snapshot of an article in a tab that shows it, where the person wants this, and waits for the outcome. */
export async function snapshotArticle(context: Context, articleId: string): Promise<SnapshotOutcome> {
  // Checks this first, because finding the tab injects the reader script.
  if (!(await keepsSnapshots(context.browser.permissions))) return NO_SNAPSHOT;
  const tabId = await liveTabOf(context, articleId);
  const saved = await getArticle(context.db, articleId);
  if (tabId === null || !saved) return NO_SNAPSHOT;
  await askBeforeKeeping(context, tabId);
  startSnapshot(context, tabId, saved);
  return snapshotOf(context, tabId);
}

/** Emphasises words in a tab that shows the article. */
export async function lightArticle(context: Context, { articleId, ...pointer }: Placed) {
  const tabId = await liveTabOf(context, articleId);
  return tabId === null ? { found: false } : lightIn(context, tabId, pointer);
}

/** Asks the article's page to wait for a selection and to make it the new place of a mark. */
export async function startReattach(context: Context, { articleId, id }: { articleId: string; id: string }) {
  const tabId = await liveTabOf(context, articleId);
  if (tabId === null) return { found: false };
  await context.browser.tabs.update(tabId, { active: true });
  await askFrames(context.browser, tabId, 'page.reattach', { id });
  return { found: true };
}

/** Returns the words that are selected in the page of an article. */
export async function selectionIn(context: Context, articleId: string) {
  const tabId = await liveTabOf(context, articleId);
  const answers = tabId === null ? [] : await askFrames(context.browser, tabId, 'page.selection', {});
  return { quote: answers.find(({ quote }) => quote)?.quote ?? null };
}
