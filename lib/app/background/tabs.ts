import type { AnnotationDraft } from '../../annotation/schema.ts';
import { withRegion } from '../../article/context/region.ts';
import { PizhuError } from '../../messages/errors.ts';
import { withoutDirective } from '../../messages/sender.ts';
import { askFrames, askPage } from '../../messages/toPages.ts';
import { recognisedAddress, sameScheme } from '../../record/address.ts';
import type { PageReading, SavedArticle } from '../../record/schema.ts';
import {
  addAnnotation,
  editArticle,
  findByAddress,
  getArticle,
  otherCopies,
  saveReading,
  showMarksAt,
} from '../../store/index.ts';
import { readText } from '../../tasks/index.ts';
import { sessionTags } from '../sessionTags.ts';
import { showSaved } from './badge.ts';
import type { Context } from './context.ts';
import { injectReader } from './inject.ts';
import { askBeforeKeeping } from './privateWindows.ts';
import { notifyTabsOfMark, showInOtherTabs } from './showing.ts';
import { startSnapshot } from './snapshots.ts';

/** Records which saved article a tab shows (null for none), and updates the toolbar icon. */
export async function noteArticleOfTab(
  context: Context,
  tabId: number,
  url: string,
  saved: Pick<SavedArticle, 'id'> | null,
): Promise<void> {
  const address = recognisedAddress(url) ?? url;
  await context.articleTabs.note(tabId, saved && { articleId: saved.id, address });
  await showSaved(context, tabId, saved !== null);
}

/**
 * Adds task lists and region to a reading sent by the reader script. The word lists for both are too big for a content
 * script. Takes the address from the browser and not from the page.
 */
const completed = (reading: PageReading, url: string): PageReading => ({
  ...reading,
  ...readText(reading.article.text, reading.article),
  url,
  article: withRegion(reading.article),
});

/** Asks a tab to read its page. The reader script must already run there. */
export async function readingOf(context: Context, tabId: number): Promise<PageReading> {
  const reading = await askPage(context.browser, tabId)('page.read', {});
  return completed(reading, await addressOf(context, tabId));
}

/** The address of a tab as the browser reports it. Throws `noPermission` where the browser hides it. */
async function addressOf({ browser }: Context, tabId: number): Promise<string> {
  const { url } = await browser.tabs.get(tabId);
  if (!url) throw new PizhuError('noPermission', 'The address of the tab is not to be seen.');
  return withoutDirective(url);
}

/** Reads the page of a tab, and looks up whether it is saved. */
export async function readTab(context: Context, tabId: number) {
  const { db } = context;
  await injectReader(context, tabId);
  const reading = await readingOf(context, tabId);
  const saved = await findByAddress(db, reading);
  await noteArticleOfTab(context, tabId, reading.url, saved);
  await context.articleTabs.noteRead(tabId);
  return {
    reading,
    saved,
    updates: saved !== null && sameScheme(saved.url, reading.url),
    // Saved articles with the same text at other addresses are only offered to the user. A page that copies a text must
    // not show the marks of the original unasked.
    copies: await otherCopies(db, { url: reading.url, text: reading.article.text }, saved?.id ?? null),
  };
}

/** Whether the reader script runs in a tab. Works without access to the tab's site. */
const hasReader = (browser: Context['browser'], tabId: number): Promise<boolean> =>
  askPage(browser, tabId)('page.selection', {}).then(
    () => true,
    () => false,
  );

/**
 * The saved article that a tab shows. Found by the tab's address, or by the recorded article where the browser hides
 * the address. The record counts only while the reader script answers, because it ends when the tab goes to another
 * page.
 */
export async function articleOfTab({ browser, db, articleTabs }: Context, tabId: number) {
  const { url } = await browser.tabs.get(tabId);
  const noted = await articleTabs.of(tabId);
  if (!url) return { articleId: noted && (await hasReader(browser, tabId)) ? noted.articleId : null };
  const page = withoutDirective(url);
  // Checks the article recorded for the tab first. It may be saved only under its canonical address, and then the
  // search by the tab's address below would not find it.
  if (noted && noted.address === (recognisedAddress(page) ?? page) && (await getArticle(db, noted.articleId)))
    return { articleId: noted.articleId };
  return { articleId: (await findByAddress(db, { url: page, canonicalUrl: null }))?.id ?? null };
}

/** Shows or hides, on the page of a tab, the marks of another article with the same text. */
export async function showMarksInTab(context: Context, tabId: number, articleId: string, shown: boolean) {
  await askBeforeKeeping(context, tabId);
  const url = await addressOf(context, tabId);
  await showMarksAt(context.db, articleId, url, shown);
  await askFrames(context.browser, tabId, 'page.refresh', {});
}

/** Reads and saves the page of a tab. `check` may throw, so that what was read is not saved. */
export async function saveTab(context: Context, tabId: number, check?: (reading: PageReading) => void) {
  await askBeforeKeeping(context, tabId);
  await injectReader(context, tabId);
  const reading = await readingOf(context, tabId);
  check?.(reading);
  return keep(context, tabId, reading);
}

async function keep(context: Context, tabId: number, reading: PageReading) {
  const kept = await saveReading(context.db, reading);
  const tags = await sessionTags(context.browser.storage.session);
  if (tags.length) {
    await editArticle(context.db, kept.saved.id, { addTags: tags });
    kept.saved = (await getArticle(context.db, kept.saved.id)) ?? kept.saved;
  }
  startSnapshot(context, tabId, kept.saved);
  await noteArticleOfTab(context, tabId, reading.url, kept.saved);
  if (kept.created) await showInOtherTabs(context, kept.saved, tabId);
  return kept;
}

/** Marks words on the page of a tab. Saves the page first if it is not saved yet. */
export async function markInTab(context: Context, tabId: number, draft: AnnotationDraft) {
  await askBeforeKeeping(context, tabId);
  const { reading, saved } = await readTab(context, tabId);
  const article = saved ?? (await keep(context, tabId, reading)).saved;
  const annotation = await addAnnotation(context.db, article.id, draft);
  await askFrames(context.browser, tabId, 'page.refresh', {});
  await notifyTabsOfMark(context, article, annotation.id, annotation, tabId);
  return annotation;
}
