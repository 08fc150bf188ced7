import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

/**
 * The id of this window, null while unknown. Fetched beforehand, because opening the panel requires the click itself.
 */
export function useWindowId(): number | null {
  const [windowId, setWindowId] = useState<number | null>(null);
  useEffect(() => void browser.windows.getCurrent().then(({ id }) => setWindowId(id ?? null)), []);
  return windowId;
}
