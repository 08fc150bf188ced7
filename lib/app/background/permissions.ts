import { browser } from 'wxt/browser';

const STUB = 'stub';

/**
 * Registers the stub on exactly the hosts that were granted. Called at every start and whenever a grant
 * comes or goes, so that the registration never outlives the permission.
 */
async function registerStub(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const matches = origins.filter((origin) => /^(https?|\*):/.test(origin));
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

/** Pages already open on a host that was just granted get the stub at once, not at their next load. */
async function stubOpenTabs(origins: string[]): Promise<void> {
  const matches = origins.filter((origin) => /^(https?|\*):/.test(origin));
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

/** One registration at a time: two at once would both see "not registered" and the second would fail. */
let last: Promise<void> = Promise.resolve();
const queueRegistration = () => {
  last = last.then(registerStub).catch((error) => console.error('Pizhu: stub not registered', error));
  return last;
};

/** Keeps the stub on the granted hosts for as long as the extension runs. */
export function keepStubRegistered(): void {
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    queueRegistration().then(() => stubOpenTabs(origins));
  });
  browser.permissions.onRemoved.addListener(() => void queueRegistration());
  browser.runtime.onInstalled.addListener(() => void queueRegistration());
  browser.runtime.onStartup.addListener(() => void queueRegistration());
}
