import { caretAt } from '@/lib/annotation/hit.ts';
import type { SpanEnd } from '@/lib/annotation/spans.ts';
import type { PageActions } from '@/lib/app/annotator/tools.ts';
import { shadowHost } from './host.ts';

/** The width of a handle in CSS pixels, large enough for a finger and a mouse. */
const WIDTH = 20;

const CSS = `
:host { cursor: col-resize; }
.grip { position: relative; width: ${WIDTH}px; height: 100%; }
.grip::before { content: ''; position: absolute; top: 0; bottom: 0; left: ${WIDTH / 2 - 1}px; width: 2px; background: #b5362a; }
.grip::after { content: ''; position: absolute; left: ${WIDTH / 2 - 5}px; width: 10px; height: 10px; border-radius: 50%; background: #b5362a; box-shadow: 0 0 0 1px #fff; }
.start::after { top: -5px; }
.end::after { bottom: -5px; }
@media (forced-colors: active) { .grip::before, .grip::after { background: Highlight; forced-color-adjust: none; } }
`;

type Mark = { id: string; range: Range };

/** Returns the box of the first or last line of a range, where its handle belongs; null where the range has no box. */
function lineAt(range: Range, end: SpanEnd): DOMRect | null {
  const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
  return (end === 'start' ? lines[0] : lines.at(-1)) ?? null;
}

/** A handle at one end of a mark. Dragging it moves that end. */
function mountGrip(
  doc: Document,
  end: SpanEnd,
  actions: PageActions,
  moved: (id: string, range: Range) => void,
) {
  let mark: Mark | null = null;
  let last = '';
  let drag: { at: (node: Node, offset: number) => Range | null; range: Range | null } | null = null;
  const { host, layer, attach, detach, moveTo, resize, letThrough } = shadowHost(
    doc,
    CSS,
    `touch-action: none !important; width: ${WIDTH}px !important;`,
    () => close(),
    () => follow(),
  );
  layer.className = `grip ${end}`;
  layer.style.height = '100%';
  const follow = () => {
    const range = drag?.range ?? mark?.range;
    const line = range && lineAt(range, end);
    if (!line) return;
    const now = [line.left, line.right, line.top, line.bottom].join();
    if (now === last) return;
    last = now;
    resize(line.height);
    moveTo((end === 'start' ? line.left : line.right) - WIDTH / 2, line.top);
  };
  const close = () => {
    mark = null;
    drag = null;
    detach();
  };
  layer.addEventListener('pointerdown', (event) => {
    const at = event.isTrusted && mark && actions.stretcher(mark.id, end);
    if (!at) return;
    event.preventDefault();
    layer.setPointerCapture(event.pointerId);
    drag = { at, range: null };
    // Lets the pointer through: the drag asks which text is under the pointer, and the handle would cover that text.
    letThrough(true);
  });
  layer.addEventListener('pointermove', (event) => {
    if (!drag || !event.isTrusted) return;
    const caret = caretAt(event.clientX, event.clientY, []);
    const range = caret && drag.at(caret.node, caret.offset);
    if (!range) return;
    drag.range = range;
    actions.light(range);
  });
  const drop = (event: PointerEvent) => {
    letThrough(false);
    const range = event.type === 'pointerup' ? drag?.range : null;
    drag = null;
    if (mark && range) moved(mark.id, range);
    else if (mark) actions.light(mark.range);
  };
  layer.addEventListener('pointerup', drop);
  layer.addEventListener('pointercancel', drop);
  return {
    host,
    show(shown: Mark) {
      mark = shown;
      last = '';
      attach(shown.range.startContainer);
      follow();
    },
    close,
  };
}

/** Handles at both ends of the mark whose card is open. Dragging one makes the mark longer or shorter. */
export function mountGrips(doc: Document, actions: PageActions, moved: (id: string, range: Range) => void) {
  const grips = (['start', 'end'] as const).map((end) => mountGrip(doc, end, actions, moved));
  return {
    hosts: grips.map(({ host }) => host),
    show(id: string, range: Range) {
      for (const grip of grips) grip.show({ id, range });
    },
    close() {
      for (const grip of grips) grip.close();
    },
  };
}
