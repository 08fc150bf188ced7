import { useEffect, useState } from 'preact/hooks';

const idInAddress = (): string | null => decodeURIComponent(location.hash.slice(1)) || null;

/** The id of the open article in the fragment of the page's address, which reloads and restarts keep. */
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
