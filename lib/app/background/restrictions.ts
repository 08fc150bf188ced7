import type { Saying } from '../../messages/schema.ts';
import { askFrames, askPage } from '../../messages/toPages.ts';
import type { Context } from './context.ts';
import { injectReader } from './inject.ts';

/**
 * A style sheet with the origin `USER`, because only that origin overrides a page's `!important` rules. It leaves out
 * form fields, because their content can be selected anyway.
 */
const SELECTABLE =
  '*:not(input, textarea) { user-select: text !important; -webkit-user-select: text !important; }';

/**
 * Lets the person select and copy on the page of a tab that forbids this, until the page is loaded again. Runs only
 * when the person asks for it. Throws a `PizhuError` where the extension may not reach the page.
 */
export async function liftRestrictions(context: Context, tabId: number): Promise<void> {
  const { browser } = context;
  await injectReader(context, tabId);
  const target = { tabId, allFrames: true };
  await browser.scripting.insertCSS({ target, css: SELECTABLE, origin: 'USER' });
  await askFrames(browser, tabId, 'page.liftRestrictions', {});
  await sayOnPage(context, tabId, 'lifted');
}

/** Shows a message on the page of a tab. */
export async function sayOnPage(context: Context, tabId: number, saying: Saying): Promise<void> {
  await injectReader(context, tabId);
  await askPage(context.browser, tabId)('page.say', { saying });
}
