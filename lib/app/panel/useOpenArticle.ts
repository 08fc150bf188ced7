import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { PANEL_ARTICLE } from './listKeys.ts';

/**
 * The id of the article that is open in the side panel; null for the list. Other pages of the extension set it in
 * session storage. `early`: the id that has been read from there already.
 */
export function useOpenArticle(early: string | null = null): [string | null, (id: string | null) => void] {
  const [open, setOpen] = useState(early);
  useEffect(() => {
    const take = (value: unknown) => typeof value === 'string' && setOpen(value);
    browser.storage.session.get(PANEL_ARTICLE).then(({ [PANEL_ARTICLE]: id }) => take(id));
    const listen = (changes: Record<string, { newValue?: unknown }>) =>
      take(changes[PANEL_ARTICLE]?.newValue);
    browser.storage.session.onChanged.addListener(listen);
    return () => browser.storage.session.onChanged.removeListener(listen);
  }, []);
  const choose = (id: string | null) => {
    setOpen(id);
    if (id === null) browser.storage.session.remove(PANEL_ARTICLE);
  };
  return [open, choose];
}
