import { aboveOf } from '@/lib/annotation/dom.ts';
import { randomName } from '@/lib/annotation/randomName.ts';

/** The number of times that an element is put back after the page removes or restyles it. */
const RETURNS = 20;

/**
 * Milliseconds for which a click does not count after the element was shown or moved. The click may have been meant for
 * what was there before.
 */
const SETTLING = 300;

/**
 * The lowest opacity at which the element counts as visible. The opacity of all elements around it is multiplied in.
 */
const LEAST_OPACITY = 0.5;

/**
 * Hides the element in print, and hides its backdrop, which the page could style. An important rule of the shadow root
 * overrides the important inline style of the element.
 */
const HOST_CSS = `
:host::backdrop { display: none !important; }
@media print { :host { display: none !important; } }
`;

/**
 * An element of the extension in the page. Its closed shadow root is out of reach for the page's styles and scripts.
 * The styles of the element itself are inline and important, so that the page's rules cannot override them. Styles that
 * the page's scripts change are restored. The element's name is random. Calls `lost` when the page has removed or
 * restyled the element too often. Calls `follow` before each drawn frame while the element shows. For an element that
 * takes no clicks, `follow` can be null; then nothing runs at each frame.
 */
export function shadowHost(
  doc: Document,
  css: string,
  style: string,
  lost: () => void = () => {},
  follow: (() => void) | null = () => {},
) {
  const host = doc.createElement(`${randomName()}-${randomName()}`);
  host.style.cssText = `all: initial !important; position: fixed !important; z-index: 2147483647 !important; ${style}`;
  const root = host.attachShadow({ mode: 'closed' });
  addStyle(root, css + HOST_CSS);
  const layer = doc.createElement('div');
  root.append(layer);
  let home: Element = doc.documentElement;
  let left = 0;
  let styles = host.style.cssText;
  let place = '';
  /** The time at which the element was last shown or moved. */
  let since = Number.POSITIVE_INFINITY;

  const moved = () => {
    since = performance.now();
  };
  const giveUp = () => {
    detach();
    lost();
  };
  const put = () => {
    if (host.parentNode !== home) {
      if (left-- <= 0) return giveUp();
      home.append(host);
      raise(host);
      moved();
    }
    if (host.style.cssText !== styles) {
      if (left-- <= 0) return giveUp();
      host.style.cssText = styles;
      moved();
    }
  };
  const guard = new MutationObserver(put);
  /** Detects every move of the element, even one caused by a CSS transform of the page. */
  const look = () => {
    const { left: x, top: y } = host.getBoundingClientRect();
    if (place === `${x} ${y}`) return;
    place = `${x} ${y}`;
    moved();
  };
  const watch = () => {
    if (!host.isConnected || !follow) return;
    follow();
    look();
    doc.defaultView?.requestAnimationFrame?.(watch);
  };
  /** Sets properties of the element's own style. Where the page changes them later, these values are restored. */
  const set = (properties: Record<string, string>) => {
    for (const [name, value] of Object.entries(properties)) host.style.setProperty(name, value, 'important');
    styles = host.style.cssText;
  };
  const detach = () => {
    guard.disconnect();
    host.remove();
    place = '';
  };
  return {
    host,
    layer,
    /**
     * Inserts the element into the page, and inserts it again when the page removes it. Does so only a limited number
     * of times, because page and extension could otherwise go on for ever. `beside`: a node of the passage to which the
     * element belongs.
     */
    attach(beside: Node = doc) {
      guard.disconnect();
      const isShown = host.isConnected;
      home = modalAround(beside) ?? doc.documentElement;
      left = RETURNS;
      put();
      moved();
      guard.observe(home, { childList: true });
      guard.observe(host, { attributes: true, attributeFilter: ['style'] });
      if (!isShown) watch();
    },
    detach,
    /**
     * Moves the top left corner of the element to a point (CSS pixels of the window), however the page is zoomed or
     * turned.
     */
    moveTo(left: number, top: number) {
      const { currentCSSZoom: zoom = 1 } = doc.documentElement as { currentCSSZoom?: number };
      set({ ...(zoom === 1 ? {} : { zoom: String(1 / zoom) }), left: `${left}px`, top: `${top}px` });
      if (isRaised(host)) return;
      // Measures and corrects the shift that a transformed or filtered page causes. Such a page shifts elements with
      // `position: fixed` that are outside the top layer.
      const { left: x, top: y, width } = host.getBoundingClientRect();
      if (width && Math.abs(x - left) + Math.abs(y - top) > 1)
        set({ left: `${2 * left - x}px`, top: `${2 * top - y}px` });
    },
    /** Gives the element a height in CSS pixels. */
    resize: (height: number) => set({ height: `${height}px` }),
    /** Lets the pointer through to the content behind the element, or stops doing so. */
    letThrough: (through: boolean) => set({ 'pointer-events': through ? 'none' : 'auto' }),
    /** Hides the element while its passage is out of view, and shows it again. */
    conceal: (hidden: boolean) => set({ visibility: hidden ? 'hidden' : 'visible' }),
    /** Whether the element has stayed in its place for long enough that a click is meant for it. */
    isSettled(): boolean {
      put();
      look();
      return performance.now() - since >= SETTLING;
    },
    /** Whether the page leaves the element visible, judged by the styles of the element and its surroundings. */
    isVisible: () => opacityOf(host) >= LEAST_OPACITY && getComputedStyle(host).visibility === 'visible',
  };
}

/** The opacity of an element with that of everything around it. */
function opacityOf(element: Element): number {
  let opacity = 1;
  for (let at: Node | null = element; at; at = aboveOf(at))
    if (at instanceof Element) opacity *= Number(getComputedStyle(at).opacity || 1);
  return opacity;
}

/** The modal dialog or full-screen element around a node: everything outside it is inert or invisible. */
function modalAround(node: Node | null): Element | null {
  for (let at = node; at; at = aboveOf(at))
    if (at instanceof Element && Element.prototype.matches.call(at, ':modal')) return at;
  return null;
}

const isRaised = (host: HTMLElement): boolean => {
  try {
    return host.matches(':popover-open');
  } catch {
    return false;
  }
};

/**
 * Raises the element into the top layer, where no transformation, filter or clipping of the page and no dialog affects
 * it.
 */
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
