import { ON_DARK } from './colors.ts';
import { aboveOf, isElement, rootOf, walkerOf } from './dom.ts';
import { annotationUnder } from './hit.ts';
import { LEVELS, levelsOf } from './levels.ts';
import { NearWindow } from './nearWindow.ts';
import { randomName } from './randomName.ts';
import { Color } from './schema.ts';

/**
 * A mark and where it stands on the page. A live `Range` follows edits of the text around it; a `StaticRange` costs
 * the page nothing when it changes.
 */
export type Painted = {
  id: string;
  color: Color;
  range: Range | StaticRange;
  /** Whether the place was guessed: the mark is drawn with a dashed line until a person confirms it. */
  moved?: boolean;
  /** Whether its words are light, as on a dark page. */
  dark?: boolean;
};

/**
 * The most marks that are all drawn, wherever they are. Chromium updates each highlighted range at every change of the
 * page, so of more marks only those near the window are drawn.
 */
const FEW = 20;
/** The most elements by which a mark is followed. A longer mark is always drawn. */
const MOST_ELEMENTS = 16;

let painted: Painted[] = [];
/** The marks with the names of their highlights, and the elements that hold their words. */
let drawn: { names: string[]; range: Painted['range']; within: Element[] }[] = [];
const nearWindow = new NearWindow(draw);
let flashing: ReturnType<typeof setTimeout> | undefined;

/**
 * Prefix of the names of highlights. Random, because a page sees all names and must not recognise the extension by
 * them. `highlightCss` needs the prefix.
 */
export const HIGHLIGHTS = randomName();

/** The name of the highlight for marks of a colour and level, on dark words or on light ones. */
const nameOf = (color: Color, level: number, dark = false) =>
  `${HIGHLIGHTS}-${color}${level ? `-${level}` : ''}${dark ? ON_DARK : ''}`;

const MOVED = `${HIGHLIGHTS}-moved`;
const LIGHT = `${HIGHLIGHTS}-light`;
const FOCUS = `${HIGHLIGHTS}-focus`;

/** Every highlight name under which marks are painted. */
const NAMES = [
  MOVED,
  ...Color.options.flatMap((color) =>
    Array.from({ length: LEVELS }, (_, level) => [nameOf(color, level), nameOf(color, level, true)]).flat(),
  ),
];

/** The page's highlights; null where the API is missing, as in tests without a browser. */
const registry = (): HighlightRegistry | null =>
  typeof CSS !== 'undefined' && CSS.highlights ? CSS.highlights : null;

/**
 * Paints these marks and no others, with the CSS Custom Highlight API, which leaves the page's DOM unchanged. Names
 * are for each colour and level, not for each mark, because each further name slows every redrawing of the page.
 */
export function paint(marks: Painted[]): void {
  painted = [...marks];
  if (!registry()) return;
  const levels = levelsOf(spansOf(marks));
  const isFew = marks.length <= FEW;
  drawn = marks.map(({ color, range, moved, dark }, i) => ({
    names: [nameOf(color, levels[i]!, dark), ...(moved ? [MOVED] : [])],
    range,
    within: isFew ? [] : elementsOf(range),
  }));
  nearWindow.follow(new Set(drawn.flatMap(({ within }) => within)));
  draw();
}

/** Draws the marks of which any element is near the window, and those that no element is known of. */
function draw(): void {
  const highlights = registry();
  if (!highlights) return;
  const named = new Map<string, Highlight>();
  for (const { names, range, within } of drawn) {
    if (within.length && !within.some(nearWindow.isNear)) continue;
    // Ranges are added one by one: some ten thousand as arguments of the constructor would overflow the stack.
    for (const name of names) if (!named.get(name)?.add(range)) named.set(name, new Highlight(range));
  }
  for (const name of NAMES) {
    const highlight = named.get(name);
    if (highlight) highlights.set(name, highlight);
    else highlights.delete(name);
  }
}

/** The elements around the text nodes of a range; none where there are too many, or where a tree ends before it does. */
function elementsOf({ startContainer, endContainer }: Painted['range']): Element[] {
  const elements = new Set<Element>();
  const walker = walkerOf(rootOf(startContainer), NodeFilter.SHOW_TEXT);
  walker.currentNode = startContainer;
  for (let node: Node | null = startContainer; node; node = walker.nextNode()) {
    const above = aboveOf(node);
    if (!above || !isElement(above) || elements.size === MOST_ELEMENTS) return [];
    elements.add(above);
    if (node === endContainer) return [...elements];
  }
  return [];
}

/** The marks as offsets into the text of the trees that they are in, as `textContent` joins it. */
function spansOf(marks: Painted[]) {
  const starts = new Map<Node, number>();
  for (const { range } of marks) starts.set(range.startContainer, 0).set(range.endContainer, 0);
  let left = starts.size;
  let at = 0;
  // Offsets come from one walk over the tree, which is faster than sorting the nodes.
  for (const tree of new Set([...starts.keys()].map(rootOf))) {
    const walker = walkerOf(tree, NodeFilter.SHOW_TEXT);
    while (left && walker.nextNode()) {
      const node = walker.currentNode as Text;
      if (starts.has(node)) {
        starts.set(node, at);
        left--;
      }
      at += node.length;
    }
    at++;
  }
  return marks.map(({ color, range }) => ({
    color,
    start: starts.get(range.startContainer)! + range.startOffset,
    end: starts.get(range.endContainer)! + range.endOffset,
  }));
}

/** Emphasises a passage until the next call; null ends it. */
export function light(range: Range | StaticRange | null): void {
  const highlights = registry();
  if (!highlights) return;
  if (!range) {
    highlights.delete(LIGHT);
    return;
  }
  const highlight = new Highlight(range);
  highlight.priority = 1;
  highlights.set(LIGHT, highlight);
}

/** Emphasises a passage above its marks, for a duration in milliseconds. */
export function flash(range: Range | StaticRange, duration = 2500): void {
  clearTimeout(flashing);
  const highlights = registry();
  if (!highlights) return;
  const highlight = new Highlight(range);
  highlight.priority = 1;
  highlights.set(FOCUS, highlight);
  flashing = setTimeout(() => highlights.delete(FOCUS), duration);
}

/** Removes every mark and emphasis from the page. */
export function clear(): void {
  paint([]);
  light(null);
  clearTimeout(flashing);
  registry()?.delete(FOCUS);
}

/** The mark at a point of the window (CSS pixels), the last painted where several lie over each other; or null. */
export const annotationAt = (x: number, y: number): string | null => annotationUnder(x, y, painted);
