import { colorClassesCss } from '@/lib/annotation/colors.ts';
import type { Place } from '@/lib/annotation/index.ts';
import type { Color } from '@/lib/annotation/schema.ts';
import { shadowHost } from './host.ts';

const CSS = `
div { position: absolute; inset: 0; }
i { position: absolute; right: 1px; width: 7px; height: 3px; border-radius: 1px; box-shadow: 0 0 0 .5px rgb(0 0 0 / .35); }
i { background: var(--shade); }
${colorClassesCss}
`;
/** The height of a tick in CSS pixels; ticks closer together are drawn as one. */
const TICK = 3;
/** The largest number of marks with a tick, because measuring a mark makes the browser lay out its line. */
const MOST = 500;

const GESTURES = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

type Shown = { color: Color; place: Place };

/** Shows along the window's edge where the marks are in the page. One element, redrawn whenever they change. */
export function mountEdge(doc: Document, marks: () => Shown[]): () => void {
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
    const { scrollHeight, clientHeight } = doc.documentElement;
    const shown = scrollHeight > clientHeight * 1.2 ? marks().slice(0, MOST) : [];
    const ticks = new Map<number, Color>();
    for (const { color, place } of shown) {
      probe.setStart(place.startContainer, place.startOffset);
      probe.setEnd(place.endContainer, place.endOffset);
      const share = (probe.getBoundingClientRect().top + scrollY) / scrollHeight;
      ticks.set(Math.round((share * innerHeight) / TICK), color);
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
  // Redraws after the page's own work, and once for many changes.
  const ask = () => {
    if (due) return;
    due = true;
    requestIdleCallback(draw, { timeout: 500 });
  };
  addEventListener('resize', ask);
  let touched = false;
  const touch = (event: Event) => {
    if (!event.isTrusted || touched) return;
    touched = true;
    for (const type of GESTURES) removeEventListener(type, touch, true);
    ask();
  };
  for (const type of GESTURES) addEventListener(type, touch, { capture: true, passive: true });
  // Draws nothing before the person's first input, so that the page cannot learn from an element that it has marks.
  return () => touched && ask();
}
