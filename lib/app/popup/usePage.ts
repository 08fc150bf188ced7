import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ask } from '../../messages/fromOwn.ts';
import type { PageReading, SavedArticle } from '../../record/schema.ts';
import { sha256 } from '../../record/sha256.ts';

export type Page = {
  tab: { id: number; windowId: number; url: string | null };
  reading: PageReading;
  saved: SavedArticle | null;
  /** Whether a saved page differs from its captured text. */
  changed: boolean;
};

export type PageState =
  | { kind: 'loading' }
  | { kind: 'failed'; error: unknown }
  | { kind: 'read'; page: Page };

async function readActiveTab(): Promise<PageState> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return { kind: 'failed', error: { code: 'restricted' } };
  const { reading, saved } = await ask('tab.read', { tabId: tab.id });
  const shown = { id: tab.id, windowId: tab.windowId, url: tab.url ?? reading.url };
  const changed = saved !== null && saved.sha256 !== (await sha256(reading.article.text));
  return { kind: 'read', page: { tab: shown, reading, saved, changed } };
}

/** The page of the active tab. `again` starts over; `reload` reads the page again while it stays displayed. */
export function usePage(): { state: PageState; again: () => void; reload: () => Promise<void> } {
  const [state, setState] = useState<PageState>({ kind: 'loading' });
  const again = () => {
    setState({ kind: 'loading' });
    readActiveTab().then(setState, (error) => setState({ kind: 'failed', error }));
  };
  useEffect(again, []);
  return { state, again, reload: () => readActiveTab().then(setState) };
}
