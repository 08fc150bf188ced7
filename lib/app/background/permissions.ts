import type { Context } from './context.ts';

type Browser = Context['browser'];

const STUB = 'stub';

/** The grants that are hosts of pages. */
const hostsIn = (origins: string[] = []): string[] =>
  origins.filter((origin) => /^(https?|\*):/.test(origin));

/** Registers the stub on exactly the hosts that are granted now, so that no registration outlives its grant. */
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
    allFrames: true,
    // The stub waits by itself: `document_idle` never comes to a page with a script that never arrives.
    runAt: 'document_start' as const,
    persistAcrossSessions: true,
  };
  if (known.length) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** Puts the stub into pages that are open on hosts just granted: they are not to wait for their next load. */
async function stubOpenTabs(browser: Browser, origins: string[] | undefined): Promise<void> {
  const matches = hostsIn(origins);
  if (matches.length === 0) return;
  for (const tab of await browser.tabs.query({ url: matches })) {
    if (tab.id === undefined || tab.discarded) continue;
    await browser.scripting
      .executeScript({
        target: { tabId: tab.id, allFrames: true },
        files: ['/stub.js'],
        injectImmediately: true,
      })
      .catch(() => {});
  }
}

/** Keeps the stub on the granted hosts: registers it at every start and whenever a grant comes or goes. */
export function keepStubRegistered({ browser }: Pick<Context, 'browser'>): void {
  // One registration at a time: two at once would both see "not registered" and the second would fail.
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
  browser.runtime.onInstalled.addListener(() => void register());
  browser.runtime.onStartup.addListener(() => void register());
}
