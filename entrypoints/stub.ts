import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { canonicalUrl } from '@/lib/article/canonical.ts';

/** The document of the page, from a frame of it too; null in a frame of another origin. */
function pageDocument(): Document | null {
  try {
    return top?.document ?? null;
  } catch {
    return null;
  }
}

/**
 * What lands in every page of a granted host, and all that does: it asks whether the page is saved, and
 * sends for the reader when words are selected. No schema library here; the background checks what it says.
 */
export default defineUnlistedScript(() => {
  const world = globalThis as { pizhuStub?: true };
  const page = pageDocument();
  if (world.pizhuStub || !page) return;
  world.pizhuStub = true;
  const ask = (pizhu: string, request: object) =>
    browser.runtime.sendMessage({ pizhu, request }).catch(() => {});
  const recognise = () =>
    ask('page.recognise', { url: page.location.href, canonicalUrl: canonicalUrl(page, page.location.href) });

  recognise();
  // A single-page site changes its address without a load; the browser tells the background of it.
  browser.runtime.onMessage.addListener((message) => {
    if (message === 'pizhu.moved') recognise();
  });

  const wanted = () => {
    if (document.getSelection()?.isCollapsed !== false) return;
    removeEventListener('pointerup', wanted, true);
    removeEventListener('keyup', wanted, true);
    ask('page.wantReader', {});
  };
  addEventListener('pointerup', wanted, true);
  addEventListener('keyup', wanted, true);
});
