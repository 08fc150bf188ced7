import { RETIRE } from '../annotator/retire.ts';
import { pagesOf } from '../hostAccess.ts';
import { hostOf, onSwitched } from '../offHosts.ts';
import { settingsNow } from '../settings.ts';
import type { Context } from './context.ts';

type Browser = Context['browser'];

const STUB = 'stub';

/**
 * The key in session storage that records that the extension has started. The browser empties session storage when
 * the browser starts, and when the extension is updated or switched off. `onInstalled` does not report that the
 * extension was switched on again.
 */
const STARTED = 'started';

/** The origins of web pages among the origins that the user has allowed. Leaves out others, such as `file:`. */
const hostsIn = (origins: string[] = []): string[] =>
  origins.filter((origin) => /^(https?|\*):/.test(origin));

/**
 * Registers the stub (the small content script) for exactly the sites that the user allows now. So it does not run on a
 * site whose permission has ended. Leaves out sites for which the user has switched the extension off.
 */
async function registerStub(browser: Browser): Promise<void> {
  const matches = hostsIn((await browser.permissions.getAll()).origins);
  const known = await browser.scripting.getRegisteredContentScripts({ ids: [STUB] });
  if (matches.length === 0) {
    if (known.length) await browser.scripting.unregisterContentScripts({ ids: [STUB] });
    return;
  }
  const script = {
    id: STUB,
    js: ['stub.js'],
    matches,
    // Leaves out IPv6 addresses. The browser could refuse such a pattern, and would then not register the stub (the
    // small content script) at all. `injectReader` refuses sites that are switched off anyway.
    excludeMatches: (await settingsNow(browser.storage.local)).offHosts
      .filter((host) => !host.startsWith('['))
      .map(pagesOf),
    allFrames: true,
    // Covers frames that a script of the page has filled: `about:blank` and `about:srcdoc` have no address that could
    // match.
    matchOriginAsFallback: true,
    // Starts early, because `document_idle` never comes in a page with a script that never loads. The stub (the small
    // content script) itself waits until the page is parsed.
    runAt: 'document_start' as const,
    persistAcrossSessions: true,
  };
  if (known.length) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/**
 * Injects the stub (the small content script) into open pages of sites that were just allowed or switched on. So these
 * pages need no reload.
 */
export async function stubOpenTabs(browser: Browser, origins: string[] | undefined): Promise<void> {
  const matches = hostsIn(origins);
  if (matches.length === 0) return;
  const { offHosts } = await settingsNow(browser.storage.local);
  const tabs = await browser.tabs.query({ url: matches });
  // Asks all tabs at once, because a tab that does not answer must not hold up the others.
  await Promise.all(
    tabs.map(async (tab) => {
      if (tab.id === undefined || tab.discarded || offHosts.includes(hostOf(tab.url) ?? '')) return;
      const target = { tabId: tab.id, allFrames: true };
      await browser.scripting
        .executeScript({
          target,
          func: (name: string) => void document.dispatchEvent(new Event(name)),
          args: [RETIRE],
          injectImmediately: true,
        })
        .then(() => browser.scripting.executeScript({ target, files: ['/stub.js'], injectImmediately: true }))
        .catch(() => {});
    }),
  );
}

/**
 * Keeps the stub (the small content script) registered for the sites that the user allows. Registers it anew when the
 * extension starts, and when a permission is given or removed. Also does so when the extension is switched off or on
 * for a site.
 */
export function keepStubRegistered({ browser }: Pick<Context, 'browser'>): void {
  // Runs one registration after another. Two at once would both find nothing registered, and the second would fail.
  let last: Promise<void> = Promise.resolve();
  const register = () => {
    last = last
      .then(() => registerStub(browser))
      .catch((error) => console.error('Pizhu: stub not registered', error));
    return last;
  };
  browser.permissions.onAdded.addListener(({ origins }) => {
    register().then(() => stubOpenTabs(browser, origins));
  });
  browser.permissions.onRemoved.addListener(() => void register());
  onSwitched(browser.storage.local, () => void register());
  // Injects the stub again after an update. Open pages still have the old version's scripts, which can no longer reach
  // the background.
  const start = async () => {
    const { [STARTED]: started } = await browser.storage.session.get(STARTED);
    if (started) return;
    await register();
    await browser.storage.session.set({ [STARTED]: true });
    await stubOpenTabs(browser, (await browser.permissions.getAll()).origins);
  };
  void start().catch((error) => console.error('Pizhu: open pages not reached', error));
  // These empty listeners make the browser start the background at both events. The background then runs `start`.
  browser.runtime.onInstalled.addListener(() => {});
  browser.runtime.onStartup.addListener(() => {});
}
