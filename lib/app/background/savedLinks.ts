import { PizhuError } from '../../messages/errors.ts';
import type { FromPage } from '../../messages/sender.ts';
import { readSettings } from '../../record/settings.ts';
import { onChanged, savedAmong } from '../../store/index.ts';
import type { StubWorld } from '../annotator/recognise.ts';
import type { LinksWorld } from '../annotator/savedLinks.ts';
import { isOff } from '../offHosts.ts';
import { SETTINGS, settingsNow } from '../settings.ts';
import type { Context } from './context.ts';
import { inFrames } from './inFrames.ts';

/**
 * Whether links are marked in a page: the person has switched this on, and has not switched the extension off for the
 * site.
 */
const isWanted = async ({ storage: { local } }: Context['browser'], { url }: FromPage): Promise<boolean> =>
  (await settingsNow(local)).marksSavedLinks && !(await isOff(local, url));

/** Injects the script that marks links to saved articles into a frame of a page, where the person wants this. */
export async function injectSavedLinks({ browser }: Context, page: FromPage): Promise<void> {
  if (!(await isWanted(browser, page))) return;
  await browser.scripting.executeScript({
    target: { tabId: page.tabId, frameIds: [page.frameId] },
    files: ['/links.js'],
    injectImmediately: true,
  });
}

/**
 * Answers which addresses are saved. Refuses where links are not marked. Otherwise, code that has taken over a page's
 * process could ask for any address, even if the user has switched this feature off.
 */
export async function answerSavedLinks(
  { browser, db }: Context,
  page: FromPage,
  urls: string[],
): Promise<{ saved: boolean[] }> {
  if (!(await isWanted(browser, page))) throw new PizhuError('switchedOff');
  return { saved: await savedAmong(db, urls) };
}

/**
 * Makes the stub, a small script in each allowed page, report its page again. The background then injects the links
 * script. Runs within the frame, so it cannot use anything outside this function.
 */
const ask = () => (globalThis as StubWorld).pizhuStub?.();

/** Ends the links script of a frame. Runs within the frame, so it cannot use anything outside this function. */
const end = () => (globalThis as LinksWorld).pizhuLinks?.end();

/** Runs a function in all frames of these tabs. Runs in all tabs at once: one that does not answer holds up no other. */
const inTabs = (
  browser: Context['browser'],
  tabs: { id?: number; discarded?: boolean }[],
  func: () => unknown,
): Promise<unknown> =>
  Promise.all(tabs.map(({ id, discarded }) => id === undefined || discarded || inFrames(browser, id, func)));

/** Marks links in open pages when the person switches this on, and removes the marks when it is switched off. */
export function followSavedLinksSetting({ browser }: Context): void {
  const follow = async (on: boolean) => inTabs(browser, await browser.tabs.query({}), on ? ask : end);
  browser.storage.local.onChanged.addListener(({ [SETTINGS]: change }) => {
    if (!change) return;
    const [before, now] = [change.oldValue, change.newValue].map(
      (stored) => readSettings(stored).marksSavedLinks,
    );
    if (before !== now)
      follow(now!).catch((error) => console.warn('Pizhu: setting of links not followed', error));
  });
}

/** Makes the links script of a frame ask again. Runs within the frame, so it cannot use anything outside this function. */
const refresh = () => (globalThis as LinksWorld).pizhuLinks?.refresh();

/** Milliseconds from a change of the collection to the request that pages look again. Changes often come together. */
const SETTLED = 500;
const waiting = new WeakSet<Context>();

/**
 * Makes the pages that are in view look again at their links, a moment later and once for many changes. Tells them
 * nothing of what has changed: they ask about the links that they show. Pages out of view look again when they come into
 * view.
 */
export function refreshSavedLinks(context: Context): void {
  const { browser } = context;
  if (waiting.has(context)) return;
  waiting.add(context);
  const look = async () => {
    waiting.delete(context);
    if (!(await settingsNow(browser.storage.local)).marksSavedLinks) return;
    await inTabs(browser, await browser.tabs.query({ active: true }), refresh);
  };
  setTimeout(
    () => void look().catch((error) => console.warn('Pizhu: links not looked at again', error)),
    SETTLED,
  );
}

/**
 * Refreshes the dots at links whenever an article is saved, deleted or restored, because that changes which links
 * have one.
 */
export function followSavedArticles(context: Context): void {
  // A notice without rows says that everything was erased.
  onChanged(context.db, ({ refs }) => {
    if (refs.length === 0 || refs.some(({ kind }) => kind === 'article' || kind === 'quarantine'))
      refreshSavedLinks(context);
  });
}
