import { browser } from 'wxt/browser';
import type { TextQuoteSelector } from '@/lib/annotation/schema.ts';
import { recognisedAddress } from '@/lib/collection/address.ts';
import type { Database } from '@/lib/collection/database.ts';
import { findByAddress, saveReading } from '@/lib/collection/repository.ts';
import type { SavedArticle } from '@/lib/collection/schema.ts';
import { askPage, PizhuError } from '@/lib/messages/index.ts';
import { z } from '@/lib/zod.ts';
import { showSaved } from './badge.ts';
import { injectReader } from './reader.ts';

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

/** Reads the page of a tab. */
export async function readTab(db: Database, tabId: number) {
  await injectReader(tabId);
  const reading = await askPage(tabId, 'page.read', {});
  const saved = await findByAddress(db, reading);
  await noteArticleOfTab(tabId, saved);
  return { reading, saved };
}

/** Reads and keeps the page of a tab. */
export async function saveTab(db: Database, tabId: number) {
  await injectReader(tabId);
  const reading = await askPage(tabId, 'page.read', {});
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
    await askPage(tabId, 'page.refresh', {}).catch(() => {});
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

/** Shows an article's page at a mark or at words of it: in the tab that has it, else in a new one. */
export async function showArticle(
  db: Database,
  request: { articleId: string; annotationId: string | null; quote: TextQuoteSelector | null },
): Promise<{ outcome: 'shown' | 'missing' | 'opened' }> {
  const saved = await db.articles.get(request.articleId);
  if (!saved) throw new PizhuError('notFound');
  const tabId = await tabOf(saved);
  if (tabId === null) {
    await browser.tabs.create({ url: addressWithFragment(saved.url, request.quote) });
    return { outcome: 'opened' };
  }
  const tab = await browser.tabs.update(tabId, { active: true });
  if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
  await injectReader(tabId);
  if (request.annotationId) {
    const { found } = await askPage(tabId, 'page.showAnnotation', { id: request.annotationId });
    if (found) return { outcome: 'shown' };
  }
  if (!request.quote) return { outcome: request.annotationId ? 'missing' : 'shown' };
  const { found } = await askPage(tabId, 'page.show', { quote: request.quote });
  return { outcome: found ? 'shown' : 'missing' };
}
