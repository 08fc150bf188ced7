import type { LinkMarks } from '@/lib/app/annotator/savedLinks.ts';
import { shadowHost } from './host.ts';

/**
 * The dots. That of a link that is not saved is drawn too, in a colour that is not seen. By IntersectionObserver v2, a
 * page learns which of its elements are covered, and an element of opacity 0 covers nothing.
 */
const CSS = `
i {
  position: absolute; left: 0; top: 0; width: 6px; height: 6px; border-radius: 50%;
  background: rgb(181 54 42 / .01); forced-color-adjust: none;
}
i.saved { background: #b5362a; box-shadow: 0 0 0 1px rgb(255 255 255 / .85); }
`;
/** How far the dot reaches over the corner of its link, in CSS pixels. */
const INSET = 2;
/** The room that a dot needs at the right edge of the window, in CSS pixels. */
const ROOM = 8;

/**
 * Draws a dot at each link to a saved article, in one element without size. The element is there whether or not a link
 * is saved. All dots are new at each drawing, so that a dot that appears takes no longer than one that does not.
 */
export function mountLinkMarks(doc: Document, lost: () => void): LinkMarks {
  const { layer, attach, detach, moveTo } = shadowHost(
    doc,
    CSS,
    'width: 0 !important; height: 0 !important; pointer-events: none !important;',
    lost,
    null,
  );
  attach();
  moveTo(0, 0);
  return {
    draw(places) {
      const most = doc.documentElement.clientWidth - ROOM;
      layer.replaceChildren(
        ...places.map(({ x, y, saved }) => {
          const dot = doc.createElement('i');
          dot.className = saved ? 'saved' : '';
          dot.style.transform = `translate(${Math.min(x - INSET, most)}px, ${y - INSET}px)`;
          return dot;
        }),
      );
    },
    end: detach,
  };
}
