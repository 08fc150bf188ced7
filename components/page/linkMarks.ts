import type { LinkMarks } from '@/lib/app/annotator/savedLinks.ts';
import { shadowHost } from './host.ts';

/**
 * The styles of the dots. A link to an article that is not saved gets a dot too, in a colour too faint to be seen.
 * Otherwise the page could learn by IntersectionObserver v2 which links are covered by a dot, and so which are saved.
 * The opacity is above 0, because an element of opacity 0 covers nothing.
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
 * Draws a dot at each link; only dots at links to saved articles are visible. All dots are in one element without size,
 * which is inserted even if no link is saved. Each drawing creates all dots anew, so that its duration does not tell
 * the page which links are saved.
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
