import { type MutableRef, useEffect, useRef } from 'preact/hooks';
import { browser } from 'wxt/browser';

/** The id of the window in whose tab this frame stands: known beforehand, as opening the panel needs the click itself. */
export function useTabWindow(): MutableRef<number> {
  const windowId = useRef(-1);
  useEffect(() => {
    browser.tabs.getCurrent().then((tab) => {
      windowId.current = tab?.windowId ?? -1;
    });
  }, []);
  return windowId;
}
