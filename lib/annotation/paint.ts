import { Color } from './schema.ts';

/** A mark and where it stands on the page. */
export type Painted = { id: string; color: Color; range: Range };

let painted: Painted[] = [];
let flashing: ReturnType<typeof setTimeout> | undefined;

/** Paints these marks and no others, with the CSS Custom Highlight API: the page's DOM stays as it is. */
export function paint(marks: Painted[]): void {
  painted = marks;
  for (const color of Color.options) {
    const ranges = marks.filter((mark) => mark.color === color).map(({ range }) => range);
    if (ranges.length) CSS.highlights.set(`pizhu-${color}`, new Highlight(...ranges));
    else CSS.highlights.delete(`pizhu-${color}`);
  }
}

/** Lights up a passage for a while, in milliseconds, over whatever marks it has. */
export function flash(range: Range, duration = 2500): void {
  clearTimeout(flashing);
  const highlight = new Highlight(range);
  highlight.priority = 1;
  CSS.highlights.set('pizhu-focus', highlight);
  flashing = setTimeout(() => CSS.highlights.delete('pizhu-focus'), duration);
}

/** The mark at a point of the window (CSS pixels), the last painted where several lie over each other; or null. */
export function annotationAt(x: number, y: number): string | null {
  for (const { id, range } of painted.toReversed())
    for (const box of range.getClientRects())
      if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) return id;
  return null;
}

/** The colours of the marks. Translucent, so that they read on light and on dark pages alike. */
export const highlightCss = `
::highlight(pizhu-yellow) { background-color: rgb(246 211 76 / .5); }
::highlight(pizhu-green) { background-color: rgb(120 200 110 / .42); }
::highlight(pizhu-blue) { background-color: rgb(90 165 240 / .38); }
::highlight(pizhu-pink) { background-color: rgb(240 120 160 / .38); }
::highlight(pizhu-purple) { background-color: rgb(170 130 225 / .4); }
::highlight(pizhu-focus) { background-color: rgb(214 72 52 / .3); text-decoration: underline 2px rgb(196 58 43); }
`;
