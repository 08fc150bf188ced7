import { aboveOf } from '@/lib/annotation/dom.ts';

/** How often an element comes back while it is shown. */
const RETURNS = 20;

/** What a page draws behind its own dialogs is not to be drawn behind this one too. */
const NO_BACKDROP = ':host::backdrop { display: none !important; }';

/**
 * An element of ours in the page: a closed shadow root that neither the page's style nor its scripts look
 * into. Inline and important, because the page's own rules for unknown elements must not move or hide it.
 */
export function shadowHost(doc: Document, name: string, css: string, style: string) {
  const host = doc.createElement(name);
  host.style.cssText = `all: initial !important; position: fixed !important; z-index: 2147483647 !important; ${style}`;
  const root = host.attachShadow({ mode: 'closed' });
  addStyle(root, css + NO_BACKDROP);
  const layer = doc.createElement('div');
  root.append(layer);
  let home: Element = doc.documentElement;
  let left = 0;
  const put = () => {
    if (host.parentNode === home) return;
    if (left-- <= 0) return guard.disconnect();
    home.append(host);
    if (home !== doc.documentElement) raise(host);
  };
  const guard = new MutationObserver(put);
  return {
    host,
    layer,
    /**
     * Puts it into the page, and again where the page takes it out: not for ever, or the two would fight on.
     * `beside`: a node of what it is for.
     */
    attach(beside: Node = doc) {
      guard.disconnect();
      home = modalAround(beside) ?? doc.documentElement;
      left = RETURNS;
      put();
      guard.observe(home, { childList: true });
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

/** The modal dialog or full-screen element that a node is in: outside it all is inert, or out of sight. */
function modalAround(node: Node | null): Element | null {
  for (let at = node; at; at = aboveOf(at))
    if (at instanceof Element && Element.prototype.matches.call(at, ':modal')) return at;
  return null;
}

/** Into the top layer: a dialog may be moved by a transformation, and clip what it holds. */
function raise(host: HTMLElement): void {
  try {
    host.popover = 'manual';
    host.showPopover();
  } catch {
    // Chromium before 114, Firefox before 125, or a page that objects: it stands fixed, as it does elsewhere.
  }
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
