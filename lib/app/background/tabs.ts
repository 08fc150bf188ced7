import { browser } from 'wxt/browser';
import type { TextQuoteSelector } from '../../annotation/schema.ts';
import { withRegion } from '../../article/context/region.ts';
import { askFrames, askPage } from '../../messages/background.ts';
import { PizhuError } from '../../messages/channel.ts';
import type { MarkState, Pointer } from '../../messages/schema.ts';
import { recognisedAddress } from '../../record/address.ts';
import type { PageReading, SavedArticle } from '../../record/schema.ts';
import type { Database } from '../../store/database.ts';
import { addAddress, findByAddress, findByReading, saveReading } from '../../store/repository.ts';
import { readText } from '../../tasks/index.ts';
import { z } from '../../zod.ts';
import { showSaved } from './badge.ts';
import { injectReader } from './inject.ts';

/** Article id → the tab that last showed it. Without host access no query finds a tab by its address. */
const ArticleTabs = z.record(z.string(), z.int());

async function articleTabs(): Promise<Record<string, number>> {
  const { articleTabs } = await browser.storage.session.get('articleTabs');
  const parsed = ArticleTabs.safeParse(articleTabs);
  return parsed.success ? parsed.data : {};
}

/** Notes that a tab shows a saved article, or that it shows none, and marks the toolbar icon so. */
export async function noteArticleOfTab(tabId: number, saved: SavedArticle | null): Promise<void> {
  const known = Object.entries(await articleTabs()).filter(([, tab]) => tab !== tabId);
  if (saved) known.push([saved.id, tabId]);
  await browser.storage.session.set({ articleTabs: Object.fromEntries(known) });
  await showSaved(tabId, saved !== null);
}

/**
 * What the reader has sent, with what is worked out here: neither the rules of the task lists nor the list of
 * divisions are part of the reader.
 */
export const completed = (reading: PageReading): PageReading => ({
  ...reading,
  ...readText(reading.article.text, reading.article),
  article: withRegion(reading.article),
});

/** Asks a tab for its page as read. */
async function readingOf(tabId: number): Promise<PageReading> {
  return completed(await askPage(tabId, 'page.read', {}));
}

/** Reads the page of a tab. */
export async function readTab(db: Database, tabId: number) {
  await injectReader(tabId);
  const reading = await readingOf(tabId);
  const saved = await findByReading(db, reading);
  if (saved && !(await findByAddress(db, reading))) {
    // The same article at another address: from now on it is recognised there too, and its marks show.
    await addAddress(db, saved.id, reading);
    await askFrames(tabId, 'page.refresh', {});
  }
  await noteArticleOfTab(tabId, saved);
  return { reading, saved };
}

/** Reads and keeps the page of a tab. */
export async function saveTab(db: Database, tabId: number) {
  await injectReader(tabId);
  const reading = await readingOf(tabId);
  const kept = await saveReading(db, reading);
  await noteArticleOfTab(tabId, kept.saved);
  return kept;
}

/** Tells the pages that show these articles to fetch their marks anew. */
export async function refreshPages(db: Database, articleIds: string[]): Promise<void> {
  const tabs = await articleTabs();
  for (const id of articleIds) {
    const tabId = tabs[id];
    if (tabId === undefined) continue;
    await showSaved(tabId, (await db.articles.get(id)) !== undefined);
    // The tab may be closed, or show another page by now; it then has nothing to repaint.
    await askFrames(tabId, 'page.refresh', {}).catch(() => {});
  }
}

async function tabOf(saved: SavedArticle): Promise<number | null> {
  const remembered = (await articleTabs())[saved.id];
  const tabs = await browser.tabs.query({});
  const shows = (url: string | undefined) => {
    const address = url && recognisedAddress(url);
    return !!address && saved.addresses.includes(address);
  };
  const tab =
    tabs.find((one) => one.id === remembered && (one.url === undefined || shows(one.url))) ??
    tabs.find((one) => shows(one.url));
  return tab?.id ?? null;
}

/** The address with a text fragment (WICG), by which the browser itself finds and marks the words. */
function addressWithFragment(url: string, quote: TextQuoteSelector | null): string {
  if (!quote) return url;
  const encode = (words: string) => encodeURIComponent(words).replaceAll('-', '%2D');
  const [line = ''] = quote.exact.trim().split('\n');
  const fragment =
    line.length <= 40 ? encode(line) : `${encode(line.slice(0, 20))},${encode(line.slice(-20))}`;
  return `${url.replace(/#.*$/, '')}#:~:text=${fragment}`;
}

/** Whether words or a mark are found in any frame of a tab, and there shown or lit up. */
export async function pointIn(tabId: number, how: 'page.show' | 'page.light', pointer: Pointer) {
  const answers = await askFrames(tabId, how, pointer);
  return { found: answers.some(({ found }) => found) };
}

/** Shows an article's page at a mark or at words of it: in the tab that has it, else in a new one. */
export async function showArticle(
  db: Database,
  { articleId, ...pointer }: Pointer & { articleId: string },
): Promise<{ outcome: 'shown' | 'missing' | 'opened' }> {
  const saved = await db.articles.get(articleId);
  if (!saved) throw new PizhuError('notFound');
  const tabId = await tabOf(saved);
  if (tabId === null) {
    await browser.tabs.create({ url: addressWithFragment(saved.url, pointer.quote) });
    return { outcome: 'opened' };
  }
  const tab = await browser.tabs.update(tabId, { active: true });
  if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
  await injectReader(tabId);
  if (!pointer.annotationId && !pointer.quote) return { outcome: 'shown' };
  const { found } = await pointIn(tabId, 'page.show', pointer);
  return { outcome: found ? 'shown' : 'missing' };
}

/** The tab that shows an article and has the reader in it; null where there is none or nothing may be asked. */
async function liveTabOf(db: Database, articleId: string): Promise<number | null> {
  const saved = await db.articles.get(articleId);
  const tabId = saved ? await tabOf(saved) : null;
  if (tabId === null) return null;
  return injectReader(tabId).then(
    () => tabId,
    () => null,
  );
}

const BEST_FIRST: MarkState[] = ['found', 'moved', 'missing'];

/** How an article's page and its marks stand now, in the tab that shows it; null where none does. */
export async function readLive(db: Database, articleId: string) {
  const tabId = await liveTabOf(db, articleId);
  if (tabId === null) return null;
  const reading = await readingOf(tabId);
  // The tab may show another page by now.
  if ((await findByReading(db, reading))?.id !== articleId) return null;
  const states: Record<string, MarkState> = {};
  for (const frame of await askFrames(tabId, 'page.states', {}))
    for (const [id, state] of Object.entries(frame.states)) {
      const known = states[id] ?? 'missing';
      states[id] = BEST_FIRST.indexOf(state) < BEST_FIRST.indexOf(known) ? state : known;
    }
  return { states, reading };
}

/** Lights words up in the tab that shows the article. */
export async function lightArticle(db: Database, { articleId, ...pointer }: Pointer & { articleId: string }) {
  const tabId = await liveTabOf(db, articleId);
  return tabId === null ? { found: false } : pointIn(tabId, 'page.light', pointer);
}

/** Makes the next selection in the article's page the new place of a mark. */
export async function startReattach(db: Database, { articleId, id }: { articleId: string; id: string }) {
  const tabId = await liveTabOf(db, articleId);
  if (tabId === null) return { found: false };
  await browser.tabs.update(tabId, { active: true });
  await askFrames(tabId, 'page.reattach', { id });
  return { found: true };
}

/** What is selected in the article's page. */
export async function selectionIn(db: Database, articleId: string) {
  const tabId = await liveTabOf(db, articleId);
  const answers = tabId === null ? [] : await askFrames(tabId, 'page.selection', {});
  return { quote: answers.find(({ quote }) => quote)?.quote ?? null };
}

/** A single-page site changes its address without a load: its stub asks again, its reader fetches other marks. */
export function followAddresses(): void {
  browser.tabs.onUpdated.addListener((tabId, { url }) => {
    if (!url) return;
    const ask = () => (globalThis as { pizhuStub?: () => void }).pizhuStub?.();
    browser.scripting
      .executeScript({ target: { tabId }, func: ask, injectImmediately: true })
      .catch(() => {});
    askFrames(tabId, 'page.refresh', {}).catch(() => {});
  });
}
