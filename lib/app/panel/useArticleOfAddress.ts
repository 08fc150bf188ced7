import { useEffect, useState } from 'preact/hooks';

const idInAddress = (): string | null => decodeURIComponent(location.hash.slice(1)) || null;

/**
 * Keeps the id of the open article in the fragment of the page's address, so that it remains after reloads and
 * restarts.
 */
export function useArticleOfAddress(): [string | null, (id: string | null) => void] {
  const [open, setOpen] = useState(idInAddress);
  useEffect(() => {
    const take = () => setOpen(idInAddress());
    addEventListener('hashchange', take);
    return () => removeEventListener('hashchange', take);
  }, []);
  const choose = (id: string | null) => {
    history.replaceState(null, '', id === null ? location.pathname : `#${encodeURIComponent(id)}`);
    setOpen(id);
  };
  return [open, choose];
}
