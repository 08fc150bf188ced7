/** How often an element comes back while it is shown. */
const RETURNS = 20;

/**
 * An element of ours in the page: a closed shadow root that neither the page's style nor its scripts look
 * into. Inline and important, because the page's own rules for unknown elements must not move or hide it.
 */
export function shadowHost(doc: Document, name: string, css: string, style: string) {
  const host = doc.createElement(name);
  host.style.cssText = `all: initial !important; position: fixed !important; z-index: 2147483647 !important; ${style}`;
  const root = host.attachShadow({ mode: 'closed' });
  addStyle(root, css);
  const layer = doc.createElement('div');
  root.append(layer);
  let left = 0;
  const put = () => {
    if (host.isConnected) return;
    if (left-- > 0) doc.documentElement.append(host);
    else guard.disconnect();
  };
  const guard = new MutationObserver(put);
  return {
    host,
    layer,
    /** Puts it into the page, and again where the page takes it out: not for ever, or the two would fight on. */
    attach() {
      left = RETURNS;
      put();
      guard.observe(doc.documentElement, { childList: true });
    },
    detach() {
      guard.disconnect();
      host.remove();
    },
    /** Its left and top in CSS pixels of the window. */
    moveTo(left: number, top: number) {
      host.style.setProperty('left', `${left}px`, 'important');
      host.style.setProperty('top', `${top}px`, 'important');
    },
  };
}

/** A style that the page cannot reach. Firefox gives a content script no constructable style sheets. */
function addStyle(root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    style.textContent = css;
    root.append(style);
  }
}
