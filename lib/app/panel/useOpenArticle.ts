import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

/**
 * The id of the article that is open in the side panel; null for the list. Other pages of the extension set it in
 * session storage. `early`: the id that has been read from there already.
 */
export function useOpenArticle(early: string | null = null): [string | null, (id: string | null) => void] {
  const [open, setOpen] = useState(early);
  useEffect(() => {
    const take = (value: unknown) => typeof value === 'string' && setOpen(value);
    browser.storage.session.get('panelArticle').then(({ panelArticle }) => take(panelArticle));
    const listen = (changes: Record<string, { newValue?: unknown }>) => take(changes.panelArticle?.newValue);
    browser.storage.session.onChanged.addListener(listen);
    return () => browser.storage.session.onChanged.removeListener(listen);
  }, []);
  const choose = (id: string | null) => {
    setOpen(id);
    if (id === null) browser.storage.session.remove('panelArticle');
  };
  return [open, choose];
}
