import type { Color } from '@/lib/annotation/schema.ts';
import { shadowHost } from './host.ts';

const CSS = `
div { position: absolute; inset: 0; }
i { position: absolute; right: 1px; width: 7px; height: 3px; border-radius: 1px; box-shadow: 0 0 0 .5px rgb(0 0 0 / .35); }
.yellow { background: #f6d34c; } .green { background: #8fd18a; } .blue { background: #86bdf0; }
.pink { background: #f2a3bd; } .purple { background: #c3a5ea; }
`;

/** Shows along the window's edge where in the page the marks are. One element, redrawn when they change. */
export function mountEdge(doc: Document, marks: () => { color: Color; range: Range }[]): () => void {
  const edge = shadowHost(
    doc,
    'pizhu-edge',
    CSS,
    'inset: 0 0 0 auto !important; width: 9px !important; pointer-events: none !important;',
  );
  let due = 0;
  const draw = () => {
    due = 0;
    const { scrollHeight, clientHeight } = doc.documentElement;
    const shown = scrollHeight > clientHeight * 1.2 ? marks() : [];
    edge.layer.replaceChildren(
      ...shown.map(({ color, range }) => {
        const tick = doc.createElement('i');
        tick.className = color;
        tick.style.top = `${((range.getBoundingClientRect().top + scrollY) / scrollHeight) * 100}%`;
        return tick;
      }),
    );
    if (shown.length) edge.attach();
    else edge.host.remove();
  };
  const ask = () => {
    if (due === 0) due = requestAnimationFrame(draw);
  };
  addEventListener('resize', ask);
  return ask;
}
