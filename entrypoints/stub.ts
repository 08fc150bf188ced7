import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { canonicalUrl } from '@/lib/article/canonical.ts';

/**
 * What lands in every page of a granted host, and all that does: it asks whether the page is saved, and
 * sends for the reader when words are selected. No schema library here; the background checks what it says.
 */
export default defineUnlistedScript(() => {
  const world = globalThis as { pizhuStub?: true };
  if (world.pizhuStub) return;
  world.pizhuStub = true;
  const ask = (pizhu: string, request: object) =>
    browser.runtime.sendMessage({ pizhu, request }).catch(() => {});

  ask('page.recognise', { url: location.href, canonicalUrl: canonicalUrl(document, location.href) });

  const wanted = () => {
    if (document.getSelection()?.isCollapsed !== false) return;
    removeEventListener('pointerup', wanted, true);
    removeEventListener('keyup', wanted, true);
    ask('page.wantReader', {});
  };
  addEventListener('pointerup', wanted, true);
  addEventListener('keyup', wanted, true);
});
