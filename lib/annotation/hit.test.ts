// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { annotationUnder } from './hit.ts';

// jsdom computes no layout. In this test, each letter has a box of 10 × 20 CSS pixels, and each paragraph is one line.

const LETTER = 10;
const LINE = 20;

const paragraphs = () => [...document.querySelectorAll('p')];
const lineOf = (node: Node): number => paragraphs().findIndex((paragraph) => paragraph.contains(node)) * LINE;

/** The boxes that a browser would return for a range within one text node. */
function rects(this: Range): DOMRect[] {
  const top = lineOf(this.startContainer);
  const [left, right] = [this.startOffset * LETTER, this.endOffset * LETTER];
  return [{ left, right, top, bottom: top + LINE } as DOMRect];
}

/** The caret position nearest to a point: before or after the letter under the point. */
function caret(x: number, y: number): { node: Node; offset: number } | null {
  const text = paragraphs()[Math.floor(y / LINE)]?.firstChild as Text | undefined;
  return text ? { node: text, offset: Math.min(text.length, Math.round(x / LETTER)) } : null;
}

type Caretted = {
  caretPositionFromPoint?: (x: number, y: number) => { offsetNode: Node; offset: number } | null;
  caretRangeFromPoint?: (x: number, y: number) => Range | null;
};
const prototype = Document.prototype as unknown as Caretted;

beforeEach(() => {
  document.body.innerHTML = '<p>各镇要检查水闸</p><p>逐座建立台账</p>';
  Range.prototype.getClientRects = rects as never;
});
afterEach(() => {
  delete prototype.caretPositionFromPoint;
  delete prototype.caretRangeFromPoint;
});

const rangeIn = (line: number, start: number, end: number): StaticRange => {
  const node = paragraphs()[line]!.firstChild!;
  return new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end });
};
const one = () => ({ id: 'one', range: rangeIn(0, 2, 5) });
const two = () => ({ id: 'two', range: rangeIn(0, 4, 7) });
const other = () => ({ id: 'other', range: rangeIn(1, 0, 3) });
/** A mark that begins in the first paragraph and ends in the second. */
const both = () => {
  const range = new Range();
  range.setStart(paragraphs()[0]!.firstChild!, 5);
  range.setEnd(paragraphs()[1]!.firstChild!, 2);
  return { id: 'both', range };
};

const browsers: [string, () => void][] = [
  [
    'caretPositionFromPoint',
    () => {
      prototype.caretPositionFromPoint = (x, y) => {
        const at = caret(x, y);
        return at && { offsetNode: at.node, offset: at.offset };
      };
    },
  ],
  [
    'caretRangeFromPoint',
    () => {
      prototype.caretRangeFromPoint = (x, y) => {
        const at = caret(x, y);
        if (!at) return null;
        const range = new Range();
        range.setStart(at.node, at.offset);
        return range;
      };
    },
  ],
  ['boxes alone', () => {}],
];

test.each(browsers)('a mark is under its letters and nowhere else, by %s', (_, set) => {
  set();
  const marks = [one(), other()];
  for (const [x, y, id] of [
    [21, 10, 'one'],
    [49, 10, 'one'],
    [19, 10, null],
    [51, 10, null],
    [25, 30, 'other'],
    [35, 30, null],
    [25, 70, null],
  ] as const)
    expect(annotationUnder(x, y, marks), `${x}, ${y}`).toBe(id);
});

test.each(browsers)('of two marks over one letter the last is meant, by %s', (_, set) => {
  set();
  expect(annotationUnder(45, 10, [one(), two()])).toBe('two');
  expect(annotationUnder(45, 10, [two(), one()])).toBe('one');
  expect(annotationUnder(35, 10, [one(), two()])).toBe('one');
});

test.each(browsers.slice(0, 2))('a mark over paragraphs is under the letters of each, by %s', (_, set) => {
  set();
  const marks = [both()];
  expect([55, 65].map((x) => annotationUnder(x, 10, marks))).toEqual(['both', 'both']);
  expect(annotationUnder(15, 30, marks)).toBe('both');
  expect([annotationUnder(45, 10, marks), annotationUnder(25, 30, marks)]).toEqual([null, null]);
  // A point beside a line hits no mark, although the caret goes to the nearest letter.
  expect(annotationUnder(95, 10, marks)).toBeNull();
});

test('a caret in an element that has no letters, or in another tree, is under no mark', () => {
  prototype.caretPositionFromPoint = () => ({ offsetNode: document.body, offset: 0 });
  expect(annotationUnder(25, 10, [one()])).toBeNull();
  browsers[0]![1]();
  const gone = both();
  const detached = document.createElement('div');
  detached.append(...paragraphs());
  document.body.innerHTML = '<p>各镇要检查水闸</p>';
  expect(annotationUnder(55, 10, [gone, one()])).toBe(null);
});

test('a mark that no longer fits the page is under nothing, and harms no other', () => {
  const node = paragraphs()[0]!.firstChild as Text;
  const marks = [one(), { id: 'cut', range: rangeIn(0, 0, 7) }];
  node.data = '各镇要检';
  expect(annotationUnder(35, 10, [{ id: 'kept', range: rangeIn(0, 2, 4) }, ...marks])).toBe('kept');
});
