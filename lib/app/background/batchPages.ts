import { saysMissing } from '../../article/context/pageKind.ts';
import type { PageKind } from '../../article/schema.ts';
import { codeOf, PizhuError } from '../../messages/errors.ts';
import type { ErrorCode } from '../../messages/schema.ts';
import type { PageReading } from '../../record/schema.ts';
import { mayAccess } from '../hostAccess.ts';
import type { Context } from './context.ts';
import { refused, refuseWhereOff } from './inject.ts';
import { saveTab } from './tabs.ts';

/** The fewest characters of text, without spaces, that make an article of a page without a headline. */
const LEAST_TEXT = 40;

/**
 * The HTTP status and the content type of a document. The status is 0 where the browser does not tell it. Runs within
 * the page, so it cannot use anything outside this function.
 */
function documentFacts(): { status: number; type: string } {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return { status: navigation?.responseStatus ?? 0, type: document.contentType };
}

/** The error code for the answer of a site: its HTTP status and the type of what it sent. Null for an HTML page. */
function faultOf({ status, type }: { status: number; type: string }): ErrorCode | null {
  if (status === 404 || status === 410) return 'pageNotFound';
  // 412 and 429 are answers to programs that open many pages: to one without a cookie, and to one that is too fast.
  if ([401, 403, 412, 429, 451].includes(status)) return 'siteRefused';
  if (status >= 400) return 'siteFailed';
  if (type === 'application/pdf') return 'pdf';
  return type === 'text/html' || type === 'application/xhtml+xml' ? null : 'notHtml';
}

/** Throws a `PizhuError` where a tab shows no HTML page, or one that the site sent with an error status. */
async function refuseFaulty({ browser }: Context, tabId: number): Promise<void> {
  await refuseWhereOff({ browser }, tabId);
  const [frame] = await browser.scripting
    .executeScript({ target: { tabId }, func: documentFacts, injectImmediately: true })
    .catch(async (error) => {
      throw await refused(browser, tabId, error);
    });
  const fault = frame?.result && faultOf(frame.result);
  if (fault) throw new PizhuError(fault);
}

/** The kinds of pages that lead to articles and are none: home pages, lists, search results and forms to sign in. */
const OF_OTHERS = new Set<PageKind>(['home', 'list', 'search', 'login']);

/**
 * Throws a `PizhuError` where a reading is plainly no article: the page leads to articles, the headline says that it is
 * missing, or there is next to no text. A page with a headline may have a picture or a file instead of a text.
 */
function refuseNoArticle({ article }: PageReading): void {
  const { title, text, isArticle, pageKind, images, attachments } = article;
  if (isArticle) return;
  if (OF_OTHERS.has(pageKind)) throw new PizhuError('notArticleButLinks');
  if (saysMissing(title)) throw new PizhuError('pageNotFound');
  const length = text.replace(/\s/g, '').length;
  const isEmpty = title ? length + images.length + attachments.length === 0 : length < LEAST_TEXT;
  if (isEmpty) throw new PizhuError('notArticle');
}

/**
 * The true reason why a page of a batch could not be saved. Other errors suppose that the person looks at the tab, so
 * that a hidden address belongs to a page of the browser. Here, the address that was wanted is known.
 */
async function reasonOf(context: Context, tabId: number, url: string, error: unknown): Promise<unknown> {
  const tab = await context.browser.tabs.get(tabId).catch(() => null);
  // The browser closes the tab of a link to a file that it downloads.
  if (!tab) return new PizhuError('noPage', String(error));
  // The browser shows the address only where the extension may access the site.
  if (tab.url || !['restricted', 'noPermission'].includes(codeOf(error))) return error;
  return new PizhuError(
    (await mayAccess(context.browser.permissions, url)) ? 'noPage' : 'noPermission',
    String(error),
  );
}

/**
 * Reads and saves a page of a batch (pages that are saved together). Nobody looks at these pages while they are saved,
 * so error pages and empty ones are refused, unless the person wants to save the page `anyway`. `url`: the address that
 * was wanted. Throws a `PizhuError`.
 */
export async function saveBatchPage(
  context: Context,
  tabId: number,
  { url, anyway }: { url: string; anyway: boolean },
) {
  try {
    if (anyway) return await saveTab(context, tabId);
    await refuseFaulty(context, tabId);
    return await saveTab(context, tabId, refuseNoArticle);
  } catch (error) {
    throw await reasonOf(context, tabId, url, error);
  }
}
