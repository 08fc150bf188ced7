import { ON_DARK } from './colors.ts';
import { aboveOf, isElement, rootOf, walkerOf } from './dom.ts';
import { annotationUnder } from './hit.ts';
import { LEVELS, levelsOf, orderOf } from './levels.ts';
import { NearWindow } from './nearWindow.ts';
import { randomName } from './randomName.ts';
import { Color } from './schema.ts';

/**
 * A mark and its place on the page. A live `Range` follows edits of the text around it. A `StaticRange` does not, but
 * needs no work from the browser when the page changes.
 */
export type Painted = {
  id: string;
  color: Color;
  range: Range | StaticRange;
  /** Whether the place was guessed. The mark then has a dashed line until a person confirms the place. */
  moved?: boolean;
  /** Whether the marked words are light, as on a dark page. */
  dark?: boolean;
};

/**
 * Up to this number of marks, all marks are drawn. If there are more, only the marks near the window are drawn, because
 * Chromium updates every highlighted range at each change of the page.
 */
const FEW = 20;
/** The most elements of one mark that are watched for being near the window. A longer mark is always drawn. */
const MOST_ELEMENTS = 16;

let painted: Painted[] = [];
/** For each mark, the names of its highlights and the elements that hold its words. */
let drawn: { names: string[]; range: Painted['range']; within: Element[] }[] = [];
const nearWindow = new NearWindow(draw);
let flashing: ReturnType<typeof setTimeout> | undefined;

/**
 * Begins the names of all highlights. Random, because a page can read the names and must not recognise the extension by
 * them. `highlightCss` needs the same prefix.
 */
export const HIGHLIGHTS = randomName();

/**
 * The name of the highlight for marks of a colour. `level`: how they are drawn (see `levelsOf`). `dark`: the page is
 * dark, and its words are light.
 */
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

/** The highlights of the page; null where the browser lacks the API, as in tests without a browser. */
const registry = (): HighlightRegistry | null =>
  typeof CSS !== 'undefined' && CSS.highlights ? CSS.highlights : null;

/**
 * Paints these marks and no others. Uses the CSS Custom Highlight API, which leaves the page's DOM unchanged. All marks
 * of one colour and level share a highlight, because each further highlight slows every redrawing of the page.
 */
export function paint(marks: Painted[]): void {
  painted = [...marks];
  if (!registry()) return;
  const spans = spansOf(marks);
  const order = orderOf(spans);
  const levels = levelsOf(spans, order);
  const isFew = marks.length <= FEW;
  drawn = marks.map(({ color, range, moved, dark }, i) => ({
    names: [nameOf(color, levels[i]!, dark), ...(moved ? [MOVED] : [])],
    range,
    within: isFew ? [] : elementsOf(range),
  }));
  nearWindow.follow(new Set(order.flatMap((i) => drawn[i]!.within)));
  draw();
}

/** Draws the marks near the window, and the marks whose elements are not watched. */
function draw(): void {
  const highlights = registry();
  if (!highlights) return;
  const named = new Map<string, Highlight>();
  for (const { names, range, within } of drawn) {
    if (within.length && !within.some(nearWindow.isNear)) continue;
    // Adds ranges one by one. Ten thousand arguments of the constructor would overflow the stack.
    for (const name of names) if (!named.get(name)?.add(range)) named.set(name, new Highlight(range));
  }
  for (const name of NAMES) {
    const highlight = named.get(name);
    // Replaces no highlight by its equal, because the browser would redraw all marked words.
    if (highlight && !isSame(highlight, highlights.get(name))) highlights.set(name, highlight);
    else if (!highlight) highlights.delete(name);
  }
}

/** Whether two highlights have the same places, in the same order. */
function isSame(one: Highlight, other: Highlight | undefined): boolean {
  if (one.size !== other?.size) return false;
  const others = other.values();
  for (const a of one) {
    const b = others.next().value as AbstractRange;
    if (
      a !== b &&
      // A live range moves with its words.
      (a instanceof Range ||
        b instanceof Range ||
        a.startContainer !== b.startContainer ||
        a.startOffset !== b.startOffset ||
        a.endContainer !== b.endContainer ||
        a.endOffset !== b.endOffset)
    )
      return false;
  }
  return true;
}

/**
 * The elements that hold the text nodes of a range. Empty where there are too many, or where the tree ends before the
 * range does.
 */
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

/**
 * Finds the start and end of each mark, as offsets into one text. That text joins the texts of all trees that hold a
 * mark: the document's and those of shadow roots.
 */
function spansOf(marks: Painted[]) {
  const starts = new Map<Node, number>();
  for (const { range } of marks) starts.set(range.startContainer, 0).set(range.endContainer, 0);
  let left = starts.size;
  let at = 0;
  // Counts the offsets while it goes through each tree once, because sorting the text nodes would take longer.
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

/** Emphasises a passage until the next call. Null ends the emphasis. */
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

/**
 * The id of the mark at a point of the window (CSS pixels), or null. Of several marks over each other, the one painted
 * last.
 */
export const annotationAt = (x: number, y: number): string | null => annotationUnder(x, y, painted);
