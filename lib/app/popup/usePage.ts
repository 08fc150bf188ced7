import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ask } from '../../messages/fromOwn.ts';
import type { OtherCopy, PageReading, SavedArticle } from '../../record/schema.ts';
import { sha256 } from '../../record/sha256.ts';
import { hostOf, isOff, switchHost } from '../offHosts.ts';
import { PRIVATE_ALLOWED } from '../privateWindows.ts';

export type Page = {
  tab: { id: number; windowId: number; url: string | null };
  /** Whether the window is private and the person has not yet allowed saving pages from private windows. */
  asksFirst: boolean;
  reading: PageReading;
  saved: SavedArticle | null;
  /** Whether saving the page updates the article that is saved already. */
  updates: boolean;
  copies: OtherCopy[];
  /** Whether the page is saved, but its text has changed since. */
  changed: boolean;
};

export type PageState =
  | { kind: 'loading' }
  | { kind: 'failed'; error: unknown }
  /** The user has switched the extension off for the host of the page. */
  | { kind: 'off'; host: string }
  | { kind: 'read'; page: Page };

async function readActiveTab(): Promise<PageState> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return { kind: 'failed', error: { code: 'restricted' } };
  const host = hostOf(tab.url);
  if (host && (await isOff(browser.storage.local, tab.url))) return { kind: 'off', host };
  const { reading, saved, updates, copies } = await ask('tab.read', { tabId: tab.id });
  const shown = { id: tab.id, windowId: tab.windowId, url: tab.url ?? reading.url };
  const changed = saved !== null && saved.sha256 !== (await sha256(reading.article.text));
  const { [PRIVATE_ALLOWED]: allowed } = await browser.storage.session.get(PRIVATE_ALLOWED);
  const asksFirst = tab.incognito && allowed !== true;
  return { kind: 'read', page: { tab: shown, asksFirst, reading, saved, updates, copies, changed } };
}

/**
 * The page of the active tab. `retry` starts again. `reload` reads the page again without hiding it. `switchHost`
 * switches the extension off or on for a host, and then starts again.
 */
export function usePage(): {
  state: PageState;
  retry: () => void;
  reload: () => Promise<void>;
  switchHost: (host: string, off: boolean) => Promise<void>;
} {
  const [state, setState] = useState<PageState>({ kind: 'loading' });
  const retry = () => {
    setState({ kind: 'loading' });
    readActiveTab().then(setState, (error) => setState({ kind: 'failed', error }));
  };
  useEffect(retry, []);
  return {
    state,
    retry,
    reload: () => readActiveTab().then(setState),
    switchHost: (host, off) => switchHost(browser.storage.local, host, off).then(retry, retry),
  };
}
