import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

/**
 * The id of the article that is open in the side panel; null for the list. Other pages of the extension set it in
 * session storage.
 */
export function useOpenArticle(): [string | null, (id: string | null) => void] {
  const [open, setOpen] = useState<string | null>(null);
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
