// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { rangeOf, showPage } from '@/test/support/marks.ts';
import { annotationAt, clear, flash, HIGHLIGHTS, light, paint } from './paint.ts';

/** A replacement for the browser's Highlight: a set of ranges. */
class FakeHighlight extends Set<AbstractRange> {
  priority = 0;
  constructor(...ranges: AbstractRange[]) {
    super(ranges);
  }
}
let highlights: Map<string, FakeHighlight>;

beforeEach(() => {
  highlights = new Map();
  vi.stubGlobal('CSS', { highlights });
  vi.stubGlobal('Highlight', FakeHighlight);
  vi.useFakeTimers();
  showPage(['各镇要在汛期到来以前检查全部水闸，', '并把结果报区水务局。']);
});
/** Gives ranges the boxes that a browser's layout would give them. */
const giveBoxes = (boxesOf: (range: Range) => object[]) =>
  Object.assign(Range.prototype, {
    getClientRects(this: Range) {
      return boxesOf(this);
    },
  });

afterEach(() => {
  clear();
  Reflect.deleteProperty(Range.prototype, 'getClientRects');
  Reflect.deleteProperty(Document.prototype, 'caretPositionFromPoint');
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

const painted = () =>
  Object.fromEntries(
    [...highlights].map(([name, ranges]) => [
      name.replace(HIGHLIGHTS, 'pizhu'),
      [...ranges].map(String).sort(),
    ]),
  );
const mark = (id: string, words: string, color: 'green' | 'blue' = 'green', moved = false) => ({
  id,
  color,
  range: rangeOf(words),
  moved,
});

test('marks are painted by colour, and what is painted before goes', () => {
  paint([mark('a', '各镇'), mark('b', '检查'), mark('c', '结果', 'blue')]);
  expect(painted()).toEqual({ 'pizhu-green': ['各镇', '检查'].sort(), 'pizhu-blue': ['结果'] });
  paint([mark('d', '水闸', 'blue')]);
  expect(painted()).toEqual({ 'pizhu-blue': ['水闸'] });
});

test('highlights that stay equal are left alone, because the browser would redraw all', () => {
  const set = vi.spyOn(highlights, 'set');
  const still = (range: Range) => new StaticRange(range);
  const marks = () => [
    { ...mark('a', '各镇'), range: still(rangeOf('各镇')) },
    { ...mark('b', '结果', 'blue'), range: still(rangeOf('结果')) },
  ];
  paint(marks());
  set.mockClear();
  paint(marks());
  expect(set).not.toHaveBeenCalled();
  const [one, other] = marks();
  paint([one!, { ...other!, range: still(rangeOf('结果报')) }]);
  expect(set.mock.calls.map(([name]) => name.replace(HIGHLIGHTS, 'pizhu'))).toEqual(['pizhu-blue']);
  set.mockClear();
  paint([mark('a', '各镇'), other!]);
  paint([mark('a', '各镇'), other!]);
  expect(set).toHaveBeenCalledTimes(3);
});

test('a mark to be confirmed has its line, too', () => {
  paint([mark('a', '各镇', 'green', true), mark('b', '检查')]);
  expect(painted()).toEqual({ 'pizhu-green': ['各镇', '检查'].sort(), 'pizhu-moved': ['各镇'] });
});

test('neighbours of one colour are painted at levels of their own, over the border of paragraphs too', () => {
  paint([mark('a', '检查全部'), mark('b', '水闸，'), mark('c', '并把')]);
  expect(painted()).toEqual({ 'pizhu-green': ['检查全部', '并把'].sort(), 'pizhu-green-1': ['水闸，'] });
});

test('marks of a shadow tree adjoin none of the page', () => {
  const host = document.body.appendChild(document.createElement('div'));
  host.attachShadow({ mode: 'open' }).append('影中的字');
  const inner = document.createRange();
  inner.selectNodeContents(host.shadowRoot!.firstChild!);
  paint([mark('a', '区水务局。'), { id: 'b', color: 'green', range: inner }]);
  expect(painted()).toEqual({ 'pizhu-green': ['区水务局。', '影中的字'].sort() });
});

/**
 * Paints one mark in each of 21 paragraphs. With that many marks, `paint` draws only those near the window. Returns the
 * words of the marks.
 */
function paintMany(): string[] {
  const words = Array.from({ length: 21 }, (_, i) => `第${i + 1}号水闸`);
  showPage(words);
  paint(words.map((one) => mark(one, one)));
  return words;
}
/** The words of all marks that are drawn, in the order of the page. */
const paintedWords = () => {
  const { textContent } = document.body;
  return Object.values(painted())
    .flat()
    .sort((a, b) => textContent.indexOf(a) - textContent.indexOf(b));
};

/**
 * Replaces the browser's IntersectionObserver, which jsdom lacks. `report` does what the browser does when elements
 * have moved.
 */
function standInForObserver() {
  const observed = new Set<Element>();
  let report = () => {};
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(call: (entries: { target: Element }[]) => void) {
        report = () => call([...observed].map((target) => ({ target })));
      }
      observe = (element: Element) => observed.add(element);
      unobserve = (element: Element) => observed.delete(element);
      disconnect = () => observed.clear();
    },
  );
  return { observed, report: () => report() };
}
/**
 * Gives each paragraph a box a third of the window high, one below the other. The page is scrolled by `scrolled` CSS
 * pixels. `boxless`: an element without a box.
 */
function layOut(scrolled = 0, boxless?: Element) {
  const height = innerHeight / 3;
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const at = [...document.body.children].indexOf(this);
    return this === boxless ? new DOMRect() : new DOMRect(0, at * height - scrolled, 100, height);
  });
}

test('of many marks, only those near the window are drawn', () => {
  const { observed, report } = standInForObserver();
  layOut();
  const words = paintMany();
  expect(observed.size).toBe(21);
  expect(paintedWords()).toEqual(words.slice(0, 4));
  layOut(innerHeight * 2);
  report();
  expect(paintedWords()).toEqual(words.slice(5, 10));
  paint([mark('a', '第1号水闸')]);
  expect(paintedWords()).toEqual(['第1号水闸']);
  expect(observed.size).toBe(0);
});

test('the elements that hold marks are watched in the order of the page, in whatever order the marks come', () => {
  const { observed } = standInForObserver();
  const words = paintMany();
  paint([]);
  paint(words.toReversed().map((one) => mark(one, one)));
  expect([...observed]).toEqual([...document.body.children]);
});

test('all marks are drawn while the page is printed', () => {
  const { report } = standInForObserver();
  layOut();
  paintMany();
  report();
  dispatchEvent(new Event('beforeprint'));
  expect(paintedWords()).toHaveLength(21);
  dispatchEvent(new Event('afterprint'));
  expect(paintedWords()).toHaveLength(4);
});

test('marks that fly by are drawn where the page comes to rest', () => {
  const { report } = standInForObserver();
  layOut();
  const words = paintMany();
  report();
  const scrollTo = (top: number) => {
    document.documentElement.scrollTop = top;
    layOut(top);
    document.documentElement.dispatchEvent(new Event('scroll'));
  };
  vi.advanceTimersByTime(200);
  scrollTo(10);
  expect(paintedWords()).toEqual(words.slice(0, 4));
  vi.advanceTimersByTime(99);
  scrollTo(innerHeight * 7);
  vi.advanceTimersByTime(99);
  scrollTo(innerHeight * 5);
  report();
  expect(paintedWords()).toEqual(words.slice(0, 4));
  vi.advanceTimersByTime(200);
  expect(paintedWords()).toEqual(words.slice(14, 19));
  vi.advanceTimersByTime(1000);
  scrollTo(innerHeight * 4.5);
  expect(paintedWords()).toEqual(words.slice(3, 18));
});

test('a mark without a box, one that flows out of its box, and a long one are always drawn', () => {
  const { report } = standInForObserver();
  const words = paintMany();
  const [first, second] = document.body.children;
  layOut(-innerHeight * 3, first);
  vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockImplementation(function (this: Element) {
    return this === second ? innerHeight : 0;
  });
  report();
  expect(paintedWords()).toEqual(words.slice(0, 2));
  const long = rangeOf(words.slice(2, 20).join(''));
  paint([...words.map((one) => mark(one, one)), { id: 'long', color: 'blue', range: long }]);
  expect(paintedWords()).toContain(String(long));
  expect(paintedWords()).toHaveLength(3);
});

test('a passage is lit until it is put out', () => {
  light(rangeOf('检查'));
  expect(painted()).toEqual({ 'pizhu-light': ['检查'] });
  expect(highlights.get(`${HIGHLIGHTS}-light`)!.priority).toBe(1);
  light(rangeOf('水闸'));
  expect(painted()).toEqual({ 'pizhu-light': ['水闸'] });
  light(null);
  expect(painted()).toEqual({});
});

test('a passage flashes for its time, a later flash for its own', () => {
  flash(rangeOf('检查'), 100);
  expect(highlights.get(`${HIGHLIGHTS}-focus`)!.priority).toBe(1);
  vi.advanceTimersByTime(60);
  flash(rangeOf('水闸'), 100);
  vi.advanceTimersByTime(60);
  expect(painted()).toEqual({ 'pizhu-focus': ['水闸'] });
  vi.advanceTimersByTime(40);
  expect(painted()).toEqual({});
});

test('all is taken off the page together', () => {
  paint([mark('a', '各镇')]);
  light(rangeOf('检查'));
  flash(rangeOf('水闸'));
  clear();
  expect(painted()).toEqual({});
});

test('without highlights nothing is painted and nothing fails', () => {
  vi.stubGlobal('CSS', {});
  paint([mark('a', '各镇')]);
  light(rangeOf('检查'));
  flash(rangeOf('水闸'));
  clear();
  expect(painted()).toEqual({});
});

test('the mark at a point is the last painted of those with a letter there', () => {
  const { firstChild: text } = document.body.firstElementChild!;
  const box = { left: 10, right: 20, top: 0, bottom: 10 };
  // Only the range of the fifth letter has a box.
  giveBoxes((range) => (range.startOffset === 4 && range.endOffset === 5 ? [box] : []));
  let caret: { offsetNode: Node; offset: number } | null = { offsetNode: text!, offset: 5 };
  Object.assign(Document.prototype, { caretPositionFromPoint: () => caret });
  paint([mark('a', '各镇要在汛期'), mark('b', '汛期到来'), mark('c', '到来以前')]);
  expect(annotationAt(15, 5)).toBe('b');
  caret = { offsetNode: text!, offset: 4 };
  expect(annotationAt(15, 5)).toBe('b');
  expect([annotationAt(9, 5), annotationAt(21, 5), annotationAt(15, -1), annotationAt(15, 11)]).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect([annotationAt(10, 0), annotationAt(20, 10)]).toEqual(['b', 'b']);
  caret = { offsetNode: document.body, offset: 0 };
  expect(annotationAt(15, 5)).toBeNull();
  caret = { offsetNode: text!, offset: 0 };
  expect(annotationAt(15, 5)).toBeNull();
  paint([mark('d', '汛期到来以前检查全部水闸，并把'), mark('e', '结果报区')]);
  caret = { offsetNode: text!, offset: 5 };
  expect(annotationAt(15, 5)).toBe('d');
});

test('where the browser cannot tell the letter, the boxes of the marks say', () => {
  giveBoxes(() => [{ left: 10, right: 20, top: 0, bottom: 10 }]);
  paint([mark('a', '各镇'), mark('b', '检查')]);
  expect(annotationAt(15, 5)).toBe('b');
  expect(annotationAt(25, 5)).toBeNull();
});
