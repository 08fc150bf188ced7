import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

/** The id of this window, null until known: opening the panel needs the click itself, with nothing awaited before. */
export function useWindowId(): number | null {
  const [windowId, setWindowId] = useState<number | null>(null);
  useEffect(() => void browser.windows.getCurrent().then(({ id }) => setWindowId(id ?? null)), []);
  return windowId;
}
