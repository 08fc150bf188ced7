import { aboveOf } from '@/lib/annotation/dom.ts';

/** How often an element that the page removes is put back. */
const RETURNS = 20;

/** The page's style for the backdrop of dialogs must not apply to this element. */
const NO_BACKDROP = ':host::backdrop { display: none !important; }';

/**
 * An element of the extension in the page, with a closed shadow root that neither the page's styles nor its scripts
 * reach. Its own styles are inline and important, so that the page's rules for unknown elements neither move nor hide
 * it.
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
     * Inserts the element into the page, and again where the page removes it; not endlessly, or the two would never
     * stop. `beside`: a node that the element is about.
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
    /** Moves the element to a left and top in CSS pixels of the window. */
    moveTo(left: number, top: number) {
      host.style.setProperty('left', `${left}px`, 'important');
      host.style.setProperty('top', `${top}px`, 'important');
    },
  };
}

/** The modal dialog or full-screen element around a node: everything outside it is inert or invisible. */
function modalAround(node: Node | null): Element | null {
  for (let at = node; at; at = aboveOf(at))
    if (at instanceof Element && Element.prototype.matches.call(at, ':modal')) return at;
  return null;
}

/** Raises the element into the top layer, because a dialog may clip and transform what it holds. */
function raise(host: HTMLElement): void {
  try {
    host.popover = 'manual';
    host.showPopover();
  } catch {
    // Without the top layer (Chromium before 114, Firefox before 125, or a page that forbids it) the element stays fixed.
  }
}

/** Adds a style sheet that the page cannot reach. Firefox gives content scripts no constructable style sheets. */
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
