import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

/**
 * The id of this window; null while it is unknown. Fetched early, because the browser opens a side panel only during a
 * click.
 */
export function useWindowId(): number | null {
  const [windowId, setWindowId] = useState<number | null>(null);
  useEffect(() => void browser.windows.getCurrent().then(({ id }) => setWindowId(id ?? null)), []);
  return windowId;
}
