// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NearWindow } from './nearWindow.ts';

/** Elements up to this far outside the window still count as near. */
const [ACROSS, DOWN] = [innerWidth * 0.25, innerHeight * 0.25];

/**
 * The elements and options that the fake IntersectionObserver was given, and a function by which it reports that
 * elements have moved.
 */
let observed: Element[];
let options: IntersectionObserverInit | undefined;
let report: () => void;
/** The box of each element. Elements without an entry lie below all that counts as near. */
let boxes: Map<Element, DOMRect>;
let overflows: Map<Element, { across?: number; down?: number }>;
let changed: ReturnType<typeof vi.fn<() => void>>;
let near: NearWindow;

const FAR = new DOMRect(0, innerHeight * 3, 100, 100);
const INSIDE = new DOMRect(0, 0, 100, 100);

beforeEach(() => {
  [observed, options, boxes, overflows] = [[], undefined, new Map(), new Map()];
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(call: (entries: { target: Element }[]) => void, init: IntersectionObserverInit) {
        [report, options] = [() => call(observed.map((target) => ({ target }))), init];
      }
      observe = (element: Element) => observed.push(element);
      unobserve = (element: Element) => observed.splice(observed.indexOf(element), 1);
      disconnect = () => observed.splice(0);
    },
  );
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return boxes.get(this) ?? FAR;
  });
  for (const [name, way] of [
    ['scrollWidth', 'across'],
    ['scrollHeight', 'down'],
  ] as const)
    vi.spyOn(Element.prototype, name, 'get').mockImplementation(function (this: Element) {
      return 10 + (overflows.get(this)?.[way] ?? 0);
    });
  for (const name of ['clientWidth', 'clientHeight'] as const)
    vi.spyOn(Element.prototype, name, 'get').mockReturnValue(10);
  // jsdom lacks the element that scrolls the page.
  Object.defineProperty(document, 'scrollingElement', {
    value: document.documentElement,
    configurable: true,
  });
  vi.useFakeTimers();
  changed = vi.fn<() => void>();
  near = new NearWindow(changed);
});
afterEach(() => {
  near.follow(new Set());
  Reflect.deleteProperty(document, 'scrollingElement');
  document.documentElement.scrollTop = 0;
  document.body.replaceChildren();
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Adds an element with a box to the page. */
function elementAt(box?: DOMRect): HTMLElement {
  const element = document.body.appendChild(document.createElement('p'));
  if (box) boxes.set(element, box);
  return element;
}
/** Scrolls the page or an element, as a person does. */
function scrollTo(top: number, scroller: Element = document.documentElement): void {
  scroller.scrollTop = top;
  (scroller === document.documentElement ? document : scroller).dispatchEvent(new Event('scroll'));
}
/** Lets 100 milliseconds pass with a scroll event between, so that the page does not come to rest. */
function goOn(scroller?: Element): void {
  vi.advanceTimersByTime(50);
  scrollTo((scroller ?? document.documentElement).scrollTop, scroller);
  vi.advanceTimersByTime(50);
}
/** How often `changed` was called since the last call of this function. */
function changes(): number {
  const count = changed.mock.calls.length;
  changed.mockClear();
  return count;
}

test.each([
  ['inside', INSIDE, true],
  ['just within the margin above', new DOMRect(0, -DOWN - 99, 100, 100), true],
  ['by the margin above', new DOMRect(0, -DOWN - 100, 100, 100), false],
  ['just within the margin below', new DOMRect(0, innerHeight + DOWN - 1, 100, 100), true],
  ['by the margin below', new DOMRect(0, innerHeight + DOWN, 100, 100), false],
  ['just within the margin to the left', new DOMRect(-ACROSS - 99, 0, 100, 100), true],
  ['by the margin to the left', new DOMRect(-ACROSS - 100, 0, 100, 100), false],
  ['just within the margin to the right', new DOMRect(innerWidth + ACROSS - 1, 0, 100, 100), true],
  ['by the margin to the right', new DOMRect(innerWidth + ACROSS, 0, 100, 100), false],
  ['beyond and to the right', new DOMRect(innerWidth * 2, innerHeight * 2, 100, 100), false],
  ['nowhere, without a box', new DOMRect(0, innerHeight * 2, 0, 0), true],
  ['below, without width', new DOMRect(0, innerHeight * 2, 0, 100), false],
  ['below, without height', new DOMRect(0, innerHeight * 2, 100, 0), false],
])('an element %s of the window counts as near or not', (_where, box, expected) => {
  const element = elementAt(box);
  near.follow(new Set([element]));
  expect(near.isNear(element)).toBe(expected);
  report();
  expect(near.isNear(element)).toBe(expected);
});

test.each([
  ['down by the margin', { down: DOWN }, false],
  ['down by more', { down: DOWN + 1 }, true],
  ['across by the margin', { across: ACROSS }, false],
  ['across by more', { across: ACROSS + 1 }, true],
  ['nowhere', {}, false],
])('words that flow out of a box far away, %s, are near or not', (_where, overflow, expected) => {
  const element = elementAt();
  overflows.set(element, overflow);
  near.follow(new Set([element]));
  report();
  expect(near.isNear(element)).toBe(expected);
});

test('only news are told, of what went away and of what came near', () => {
  const [moving, still] = [elementAt(), elementAt(INSIDE)];
  near.follow(new Set([moving, still]));
  expect(options).toMatchObject({ rootMargin: '25%', scrollMargin: '25%' });
  report();
  expect([near.isNear(moving), changes()]).toEqual([false, 0]);
  boxes.set(moving, INSIDE);
  report();
  expect([near.isNear(moving), changes()]).toEqual([true, 1]);
  report();
  expect(changes()).toBe(0);
  boxes.delete(moving);
  report();
  expect([near.isNear(moving), changes()]).toEqual([false, 1]);
});

test('elements are followed until they are left out, and measured when they come back', () => {
  const [one, other, third] = [elementAt(), elementAt(), elementAt()];
  near.follow(new Set([one, other]));
  expect(observed).toEqual([one, other]);
  report();
  near.follow(new Set([other, third]));
  expect(observed).toEqual([other, third]);
  expect([near.isNear(one), near.isNear(other), near.isNear(third)]).toEqual([true, false, false]);
  report();
  expect([near.isNear(one), near.isNear(third)]).toEqual([true, false]);
  near.follow(new Set([one]));
  expect([observed, near.isNear(one)]).toEqual([[one], false]);
});

test('while nothing is followed, the page costs nothing', () => {
  const element = elementAt();
  near.follow(new Set([element]));
  vi.advanceTimersByTime(1000);
  scrollTo(10);
  expect(near.isNear(element)).toBe(false);
  changes();
  near.follow(new Set());
  expect([observed, vi.getTimerCount()]).toEqual([[], 0]);
  scrollTo(innerHeight * 9);
  dispatchEvent(new Event('beforeprint'));
  expect([changes(), vi.getTimerCount()]).toEqual([0, 0]);
  near.follow(new Set([element]));
  expect([observed, near.isNear(element)]).toEqual([[element], false]);
  vi.advanceTimersByTime(1000);
  scrollTo(11);
  expect(near.isNear(element)).toBe(false);
});

test('on paper all are near, and where they were before is found again afterwards', () => {
  const element = elementAt();
  near.follow(new Set([element]));
  report();
  changes();
  dispatchEvent(new Event('beforeprint'));
  expect([near.isNear(element), changes()]).toEqual([true, 1]);
  boxes.set(element, INSIDE);
  report();
  expect(changes()).toBe(0);
  boxes.delete(element);
  dispatchEvent(new Event('afterprint'));
  expect([near.isNear(element), changes()]).toEqual([false, 1]);
  dispatchEvent(new Event('beforeprint'));
  changes();
  boxes.set(element, INSIDE);
  dispatchEvent(new Event('afterprint'));
  expect([near.isNear(element), changes()]).toEqual([true, 2]);
});

test('marks taken off a page that is printed are no longer on paper when they come back', () => {
  const element = elementAt();
  near.follow(new Set([element]));
  dispatchEvent(new Event('beforeprint'));
  near.follow(new Set());
  near.follow(new Set([element]));
  report();
  expect(near.isNear(element)).toBe(false);
});

test('scrolling looks at once, then at most every tenth of a second, and after a second of rest', () => {
  const element = elementAt();
  near.follow(new Set([element]));
  vi.advanceTimersByTime(1000);
  scrollTo(1);
  expect(near.isNear(element)).toBe(false);
  boxes.set(element, INSIDE);
  report();
  vi.advanceTimersByTime(99);
  scrollTo(2);
  expect(near.isNear(element)).toBe(false);
  vi.advanceTimersByTime(1);
  expect(near.isNear(element)).toBe(true);
  boxes.delete(element);
  vi.advanceTimersByTime(60);
  scrollTo(4);
  vi.advanceTimersByTime(1000);
  expect(near.isNear(element)).toBe(true);
  vi.advanceTimersByTime(100);
  expect(near.isNear(element)).toBe(false);
});

test('while the page scrolls, three windows ahead count as near once something comes near, and no longer at rest', () => {
  const [gone, close, ahead, beyond] = [elementAt(), elementAt(), elementAt(), elementAt()];
  const places = { gone, close, ahead, beyond };
  const put = (scrolled: number) => {
    for (const [element, top] of [
      [gone, 0.3],
      [close, 1.3],
      [ahead, 4.3],
      [beyond, 4.4],
    ] as const)
      boxes.set(element, new DOMRect(0, innerHeight * top - scrolled, 100, 10));
  };
  const nearOnes = () =>
    Object.entries(places)
      .filter(([, element]) => near.isNear(element))
      .map(([name]) => name);
  put(0);
  near.follow(new Set(Object.values(places)));
  report();
  expect(nearOnes()).toEqual(['gone']);
  vi.advanceTimersByTime(1000);
  const far = innerHeight * 0.04;
  put(far);
  scrollTo(far);
  expect(nearOnes()).toEqual(['gone']);
  vi.advanceTimersByTime(100);
  put(innerHeight * 0.06);
  scrollTo(innerHeight * 0.06);
  expect(nearOnes()).toEqual(['gone', 'close', 'ahead']);
  changes();
  for (let i = 0; i < 5; i++) {
    vi.advanceTimersByTime(60);
    scrollTo(innerHeight * 0.06);
  }
  vi.advanceTimersByTime(999);
  expect([changes(), nearOnes()]).toEqual([0, ['gone', 'close', 'ahead']]);
  vi.advanceTimersByTime(200);
  expect(nearOnes()).toEqual(['gone', 'close']);
  put(innerHeight * 3.5);
  scrollTo(innerHeight * 3.5);
  vi.advanceTimersByTime(1000);
  expect(nearOnes()).toEqual(['ahead', 'beyond']);
  put(innerHeight * 3.2);
  scrollTo(innerHeight * 3.2);
  expect(nearOnes()).toEqual(['ahead', 'beyond']);
  put(innerHeight * 1.35);
  vi.advanceTimersByTime(500);
  scrollTo(innerHeight * 1.35);
  expect(nearOnes()).toEqual(['gone', 'close']);
});

test('while the page scrolls, only elements that may be near are measured', () => {
  const all = Array.from({ length: 30 }, (_, i) => elementAt(new DOMRect(0, i * innerHeight, 100, 10)));
  near.follow(new Set(all));
  report();
  vi.advanceTimersByTime(1000);
  const measured = vi.mocked(Element.prototype.getBoundingClientRect);
  measured.mockClear();
  scrollTo(1);
  expect(measured).not.toHaveBeenCalled();
  for (const [i, element] of all.entries())
    boxes.set(element, new DOMRect(0, (i - 9) * innerHeight, 100, 10));
  vi.advanceTimersByTime(50);
  scrollTo(2);
  vi.advanceTimersByTime(50);
  report();
  measured.mockClear();
  scrollTo(innerHeight);
  vi.advanceTimersByTime(100);
  expect(measured).toHaveBeenCalledTimes(30);
  expect(all.filter(near.isNear)).toEqual(all.slice(9, 14));
});

/** Puts elements below each other, one in each window, and scrolls so far. */
function showAt(all: Element[], windows: number, x = 0): void {
  for (const [i, element] of all.entries())
    boxes.set(element, new DOMRect(x, (i - windows) * innerHeight, 100, 10));
  scrollTo(windows * innerHeight);
}

test('while no element can come near, scrolling measures nothing, up or down', () => {
  const all = Array.from({ length: 30 }, (_, i) => elementAt(new DOMRect(0, i * innerHeight, 100, 10)));
  near.follow(new Set(all));
  vi.advanceTimersByTime(1000);
  showAt(all, 10);
  vi.advanceTimersByTime(1000);
  expect(all.filter(near.isNear)).toEqual(all.slice(10, 12));
  const measured = vi.mocked(Element.prototype.getBoundingClientRect);
  measured.mockClear();
  for (const windows of [10.1, 10.14, 9.9, 10.1]) {
    showAt(all, windows);
    vi.advanceTimersByTime(100);
  }
  expect(measured).not.toHaveBeenCalled();
  showAt(all, 9.1);
  expect(all.filter(near.isNear)).toContain(all[9]);
  vi.advanceTimersByTime(1000);
  showAt(all, 10.86);
  expect(all.filter(near.isNear)).toContain(all[12]);
});

test('elements beside the window are measured when the page scrolls to the side', () => {
  const all = Array.from({ length: 3 }, (_, i) =>
    elementAt(new DOMRect(innerWidth * 2, i * innerHeight, 100, 10)),
  );
  near.follow(new Set(all));
  vi.advanceTimersByTime(1000);
  showAt(all, 0.5, innerWidth * 2);
  vi.advanceTimersByTime(100);
  expect(all.some(near.isNear)).toBe(false);
  document.documentElement.scrollLeft = innerWidth * 2;
  showAt(all, 0.6);
  document.documentElement.scrollLeft = 0;
  expect(near.isNear(all[1]!)).toBe(true);
});

test('what the browser reports is measured only if scrolling does not explain it', () => {
  const all = Array.from({ length: 9 }, (_, i) => elementAt(new DOMRect(0, i * innerHeight, 100, 10)));
  near.follow(new Set(all));
  vi.advanceTimersByTime(1000);
  showAt(all, 0.1);
  const measured = vi.mocked(Element.prototype.getBoundingClientRect);
  measured.mockClear();
  report();
  expect(measured).toHaveBeenCalledTimes(all.length);
  vi.advanceTimersByTime(1000);
  changes();
  vi.stubGlobal('innerHeight', innerHeight * 3);
  report();
  expect([changes(), near.isNear(all[3]!)]).toEqual([1, true]);
});

test('of many elements, the browser checks some of all, and each that is next to one near the window', () => {
  const all = Array.from({ length: 640 }, () => elementAt());
  const inside = (from: number, to: number) => {
    for (const [i, element] of all.entries()) boxes.set(element, i >= from && i < to ? INSIDE : FAR);
  };
  const tens = (others: number[]) => all.filter((_, i) => i % 10 === 0 || others.includes(i));
  const checked = () => all.filter((element) => observed.includes(element));
  inside(3, 8);
  near.follow(new Set(all));
  expect(checked()).toEqual(tens([2, 8]));
  report();
  expect(all.filter(near.isNear)).toEqual(all.slice(3, 8));
  expect(checked()).toEqual(tens([2, 8]));
  vi.advanceTimersByTime(1000);
  scrollTo(1);
  inside(101, 104);
  vi.advanceTimersByTime(999);
  expect(checked()).toEqual(tens([2, 8]));
  vi.advanceTimersByTime(1);
  expect(all.filter(near.isNear)).toEqual(all.slice(101, 104));
  expect(checked()).toEqual(tens([104]));
  near.follow(new Set(all.slice(0, 2)));
  expect(checked()).toEqual(all.slice(0, 2));
  near.follow(new Set());
  expect(observed).toEqual([]);
  near.follow(new Set(all));
  expect(checked()).toEqual(tens([104]));
});

test.each([
  ['1.2 windows in a tenth of a second', 1.2, true],
  ['a little more', 1.21, false],
])('a page that scrolls by %s is looked at or not, up as down', (_how, windows, looks) => {
  const element = elementAt();
  near.follow(new Set([element]));
  vi.advanceTimersByTime(1000);
  for (const [from, to] of [
    [innerHeight, innerHeight * (1 + windows)],
    [innerHeight * 3, innerHeight * (3 - windows)],
  ] as const) {
    boxes.delete(element);
    scrollTo(from);
    vi.advanceTimersByTime(1000);
    scrollTo(from);
    expect(near.isNear(element)).toBe(false);
    goOn();
    boxes.set(element, INSIDE);
    report();
    scrollTo(to);
    vi.advanceTimersByTime(100);
    expect(near.isNear(element)).toBe(looks);
    report();
    expect(near.isNear(element)).toBe(looks);
    vi.advanceTimersByTime(100);
    expect(near.isNear(element)).toBe(true);
  }
});

test('another part of the page that scrolls far away from the first does not fly', () => {
  const [element, part] = [elementAt(), elementAt(INSIDE)];
  near.follow(new Set([element]));
  vi.advanceTimersByTime(1000);
  scrollTo(innerHeight * 9);
  boxes.set(element, INSIDE);
  goOn();
  scrollTo(1, part);
  vi.advanceTimersByTime(100);
  expect(near.isNear(element)).toBe(true);
  boxes.delete(element);
  goOn(part);
  scrollTo(innerHeight * 9, part);
  vi.advanceTimersByTime(1000);
  expect(near.isNear(element)).toBe(true);
  vi.advanceTimersByTime(200);
  expect(near.isNear(element)).toBe(false);
});

test('a page that has flown by is followed as before when its marks come back', () => {
  const element = elementAt();
  near.follow(new Set([element]));
  vi.advanceTimersByTime(1000);
  scrollTo(0);
  vi.advanceTimersByTime(100);
  scrollTo(innerHeight * 9);
  near.follow(new Set());
  near.follow(new Set([element]));
  report();
  expect(near.isNear(element)).toBe(false);
});

test('without the observer all are near', () => {
  vi.stubGlobal('IntersectionObserver', undefined);
  const element = elementAt();
  near.follow(new Set([element]));
  scrollTo(1);
  vi.advanceTimersByTime(1000);
  expect([near.isNear(element), changes()]).toEqual([true, 0]);
});
