import { colorClassesCss } from '@/lib/annotation/colors.ts';
import { aboveOf } from '@/lib/annotation/dom.ts';
import type { Place } from '@/lib/annotation/index.ts';
import type { Color } from '@/lib/annotation/schema.ts';
import { shadowHost } from './host.ts';

const CSS = `
div { position: absolute; inset: 0; }
i { position: absolute; right: 1px; width: 7px; height: 3px; border-radius: 1px; box-shadow: 0 0 0 .5px rgb(0 0 0 / .35); }
i { background: var(--shade); }
${colorClassesCss}
`;
/**
 * The height in CSS pixels of a tick, which is the line at the window's edge that shows where a mark is. Ticks closer
 * together than this are drawn as one.
 */
const TICK = 3;
/**
 * The largest number of marks with a tick. More would be slow, because measuring a mark makes the browser lay out the
 * mark's line.
 */
const MOST = 500;

const GESTURES = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

type Shown = { color: Color; place: Place };

/** An element counts as scrolling if its content is at least this many times as high as the element. */
const SCROLLS = 1.2;

const isScroller = (element: Element): boolean =>
  element.scrollHeight > element.clientHeight * SCROLLS && element.clientHeight > 0;

/**
 * The element that scrolls the marks: the page, or the innermost scrolling element around the first mark. In quirks
 * mode, the body scrolls the page. Null where nothing scrolls.
 */
function scrollerOf(doc: Document, marks: Shown[]): Element | null {
  const page = doc.scrollingElement ?? doc.documentElement;
  if (isScroller(page)) return page;
  for (let at = marks[0] ? aboveOf(marks[0].place.startContainer) : null; at; at = aboveOf(at))
    if (at instanceof Element && isScroller(at) && /auto|scroll/.test(getComputedStyle(at).overflowY))
      return at;
  return null;
}

/**
 * Shows at the window's edge where the marks are in the page, until `signal` is aborted. Uses one element, which is
 * redrawn whenever the marks change.
 */
export function mountEdge(doc: Document, marks: () => Shown[], signal: AbortSignal): () => void {
  const edge = shadowHost(
    doc,
    CSS,
    'inset: 0 0 0 auto !important; width: 9px !important; pointer-events: none !important;',
  );
  // One range serves all marks: a live range for each would slow every change of the page.
  const probe = new Range();
  let due = false;
  const draw = () => {
    due = false;
    const all = marks();
    const scroller = scrollerOf(doc, all);
    const shown = scroller ? all.slice(0, MOST) : [];
    const isPage = scroller === (doc.scrollingElement ?? doc.documentElement);
    const box = isPage || !scroller ? { top: 0, bottom: innerHeight } : scroller.getBoundingClientRect();
    const ticks = new Map<number, Color>();
    for (const { color, place } of shown) {
      probe.setStart(place.startContainer, place.startOffset);
      probe.setEnd(place.endContainer, place.endOffset);
      const scrolled = isPage ? scrollY : scroller!.scrollTop - box.top;
      const share = (probe.getBoundingClientRect().top + scrolled) / scroller!.scrollHeight;
      ticks.set(Math.round((box.top + share * (box.bottom - box.top)) / TICK), color);
    }
    probe.setStart(doc, 0);
    probe.collapse(true);
    edge.layer.replaceChildren(
      ...[...ticks].map(([at, color]) => {
        const tick = document.createElement('i');
        tick.className = color;
        tick.style.top = `${((at * TICK) / innerHeight) * 100}%`;
        return tick;
      }),
    );
    if (shown.length) edge.attach();
    else edge.detach();
  };
  // Redraws when the page is idle. Many changes lead to only one redraw.
  const ask = () => {
    if (due || signal.aborted) return;
    due = true;
    requestIdleCallback(draw, { timeout: 500 });
  };
  addEventListener('resize', ask, { signal });
  signal.addEventListener('abort', () => edge.detach());
  let touched = false;
  const touch = (event: Event) => {
    if (!event.isTrusted || touched) return;
    touched = true;
    for (const type of GESTURES) removeEventListener(type, touch, true);
    ask();
  };
  for (const type of GESTURES) addEventListener(type, touch, { capture: true, passive: true });
  // Draws nothing before the person's first input. Otherwise a page could tell while it loads, from the new element,
  // that the person has marked the page.
  return () => touched && ask();
}
