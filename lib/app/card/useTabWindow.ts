import { type MutableRef, useEffect, useRef } from 'preact/hooks';
import { browser } from 'wxt/browser';

/**
 * The id of the window that contains this frame's tab. Fetched early, because the browser opens a side panel only
 * during a click.
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
