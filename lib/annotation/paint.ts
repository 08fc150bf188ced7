import { annotationUnder } from './hit.ts';
import { Color } from './schema.ts';

/**
 * A mark and where it stands on the page. A live `Range` follows edits of the text that it stands in, a
 * `StaticRange` costs the page nothing when it changes.
 */
export type Painted = {
  id: string;
  color: Color;
  range: Range | StaticRange;
  /** Not surely at its own words: drawn with a dashed line, to be confirmed. */
  moved?: boolean;
};

let painted: Painted[] = [];
let flashing: ReturnType<typeof setTimeout> | undefined;

/** The page's highlights; null where the browser has none, in tests without a browser for one. */
const registry = (): HighlightRegistry | null =>
  typeof CSS !== 'undefined' && CSS.highlights ? CSS.highlights : null;

/** Paints these marks and no others, with the CSS Custom Highlight API: the page's DOM stays as it is. */
export function paint(marks: Painted[]): void {
  painted = [...marks];
  const highlights = registry();
  if (!highlights) return;
  for (const color of Color.options)
    draw(
      highlights,
      `pizhu-${color}`,
      marks.filter((mark) => mark.color === color),
    );
  draw(
    highlights,
    'pizhu-moved',
    marks.filter(({ moved }) => moved),
  );
}

function draw(highlights: HighlightRegistry, name: string, marks: Painted[]): void {
  if (marks.length === 0) {
    highlights.delete(name);
    return;
  }
  // Added one by one: as arguments of the constructor, some ten thousand would overflow the stack.
  const highlight = new Highlight();
  for (const { range } of marks) highlight.add(range);
  highlights.set(name, highlight);
}

/** Lights up a passage until the next call; null ends it. */
export function light(range: Range | StaticRange | null): void {
  const highlights = registry();
  if (!highlights) return;
  if (!range) {
    highlights.delete('pizhu-light');
    return;
  }
  const highlight = new Highlight(range);
  highlight.priority = 1;
  highlights.set('pizhu-light', highlight);
}

/** Lights up a passage for a while, in milliseconds, over whatever marks it has. */
export function flash(range: Range | StaticRange, duration = 2500): void {
  clearTimeout(flashing);
  const highlights = registry();
  if (!highlights) return;
  const highlight = new Highlight(range);
  highlight.priority = 1;
  highlights.set('pizhu-focus', highlight);
  flashing = setTimeout(() => highlights.delete('pizhu-focus'), duration);
}

/** Takes every mark, the flash and the light off the page. */
export function clear(): void {
  paint([]);
  light(null);
  clearTimeout(flashing);
  registry()?.delete('pizhu-focus');
}

/** The mark at a point of the window (CSS pixels), the last painted where several lie over each other; or null. */
export const annotationAt = (x: number, y: number): string | null => annotationUnder(x, y, painted);

/** The colours of the marks. Translucent, so that they read on light and on dark pages alike. */
export const highlightCss = `
::highlight(pizhu-yellow) { background-color: rgb(246 211 76 / .5); }
::highlight(pizhu-green) { background-color: rgb(120 200 110 / .42); }
::highlight(pizhu-blue) { background-color: rgb(90 165 240 / .38); }
::highlight(pizhu-pink) { background-color: rgb(240 120 160 / .38); }
::highlight(pizhu-purple) { background-color: rgb(170 130 225 / .4); }
::highlight(pizhu-moved) { text-decoration: underline 2px dashed rgb(196 58 43); }
::highlight(pizhu-light) { background-color: rgb(214 72 52 / .22); }
::highlight(pizhu-focus) { background-color: rgb(214 72 52 / .3); text-decoration: underline 2px rgb(196 58 43); }
`;
