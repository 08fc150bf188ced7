import { type MutableRef, useEffect, useRef } from 'preact/hooks';
import { browser } from 'wxt/browser';

/**
 * The id of the window with this frame's tab. Fetched beforehand, because opening the panel requires the click itself.
 */
export function useTabWindow(): MutableRef<number> {
  const windowId = useRef(-1);
  useEffect(() => {
    browser.tabs.getCurrent().then((tab) => {
      windowId.current = tab?.windowId ?? -1;
    });
  }, []);
  return windowId;
}
