import { RETIRE } from '../annotator/retire.ts';
import { hostOf, onSwitched } from '../offHosts.ts';
import { settingsNow } from '../settings.ts';
import type { Context } from './context.ts';

type Browser = Context['browser'];

const STUB = 'stub';

/** The granted origins of web pages, without other origins. */
const hostsIn = (origins: string[] = []): string[] =>
  origins.filter((origin) => /^(https?|\*):/.test(origin));

/** The pattern of all pages of a host. */
export const pagesOf = (host: string): string => `*://${host}/*`;

/**
 * Registers the stub for exactly the hosts that are granted now, so that no registration outlives its grant. Leaves out
 * the hosts that are switched off, so that nothing at all runs in their pages.
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
    // A pattern with an IPv6 address could be refused, and the stub with it. `injectReader` refuses such hosts anyway.
    excludeMatches: (await settingsNow(browser.storage.local)).offHosts
      .filter((host) => !host.startsWith('['))
      .map(pagesOf),
    allFrames: true,
    // A frame that a script of the page has filled has no address of its own: `about:blank`, `about:srcdoc`.
    matchOriginAsFallback: true,
    // The stub itself waits for the page. A page with a script that never arrives never reaches `document_idle`.
    runAt: 'document_start' as const,
    persistAcrossSessions: true,
  };
  if (known.length) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** Injects the stub into open pages of hosts just granted or switched on, so that these pages need no reload. */
export async function stubOpenTabs(browser: Browser, origins: string[] | undefined): Promise<void> {
  const matches = hostsIn(origins);
  if (matches.length === 0) return;
  const { offHosts } = await settingsNow(browser.storage.local);
  for (const tab of await browser.tabs.query({ url: matches })) {
    if (tab.id === undefined || tab.discarded || offHosts.includes(hostOf(tab.url) ?? '')) continue;
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
  }
}

/**
 * Keeps the stub registered for the granted hosts: at every start, whenever a grant comes or goes, and whenever the
 * person switches a host off or on.
 */
export function keepStubRegistered({ browser }: Pick<Context, 'browser'>): void {
  // Registrations run one after another: two at once would both find nothing registered, and the second would fail.
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
  // Open pages still have the scripts of the version before the update, which can no longer reach the background.
  browser.runtime.onInstalled.addListener(() => {
    register()
      .then(() => browser.permissions.getAll())
      .then(({ origins }) => stubOpenTabs(browser, origins));
  });
  browser.runtime.onStartup.addListener(() => void register());
  onSwitched(browser.storage.local, () => void register());
}
