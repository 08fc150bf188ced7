import { boxOf, overflowOf } from './dom.ts';

/**
 * How far outside the window an element still counts as near, as a share of the window's size. Marks in such elements
 * are drawn before a person scrolls to them.
 */
const MARGIN = 0.25;
/**
 * In the direction of scrolling, elements count as near from this many more windows away. The distance is long so that
 * what is drawn changes seldom: at each change, Chromium redraws all marked words near the window.
 */
const AHEAD = 1;
/**
 * Up to about this number of elements, the browser checks all of them. If there are more, it checks only every second,
 * third or later one, because each takes time at each frame. It also checks those next to elements near the window,
 * which come into the window first when the page changes.
 */
const MOST_CHECKED = 64;
/**
 * Milliseconds between the browser's own checks (IntersectionObserver) of which elements are near the window. These
 * checks are needed because a page can move elements without scrolling. Checks at each frame would cost more than
 * drawing every mark. Firefox ignores this delay, because it lacks the option.
 */
const DELAY = 1000;
/**
 * Milliseconds without scrolling after which the page is at rest. Also the shortest time, during scrolling, between
 * checks of which elements are near the window.
 */
const REST = 100;
/**
 * The scrolling speed, in window heights per millisecond, from which marks are not drawn, because nobody sees them.
 * The key Page Down scrolls at half of that.
 */
const FLIGHT = 0.012;

/** The edges of an element or of an area, in CSS pixels of the window. */
type Edges = { left: number; right: number; top: number; bottom: number };

/**
 * The area of the window and its margin. `x` and `y`: by how many windows the area reaches farther right and down, or
 * left and up if negative.
 */
function areaAhead(x: number, y: number): Edges {
  const [width, height] = [innerWidth, innerHeight];
  return {
    left: width * (Math.min(0, x) - MARGIN),
    right: width * (Math.max(0, x) + 1 + MARGIN),
    top: height * (Math.min(0, y) - MARGIN),
    bottom: height * (Math.max(0, y) + 1 + MARGIN),
  };
}

/** Whether an element and an area touch. `x` and `y`: how far the element has moved since it had these edges. */
const touch = ({ left, right, top, bottom }: Edges, area: Edges, x = 0, y = 0): boolean =>
  bottom + y > area.top && top + y < area.bottom && right + x > area.left && left + x < area.right;

/** How far an element is scrolled, in CSS pixels. */
const scrolledBy = (scroller: Element | null) => ({
  left: scroller?.scrollLeft ?? 0,
  top: scroller?.scrollTop ?? 0,
});

/**
 * Whether an element is outside an area around the window. False for an element without a box, which may be anywhere.
 * False too where the element's text overflows its box far enough to reach the window, as with a fixed height.
 */
function isOutside(element: Element, edges: Edges, area: Edges): boolean {
  const { left, right, top, bottom } = edges;
  if ((left === right && top === bottom) || touch(edges, area)) return false;
  const beyond = overflowOf(element);
  return beyond.across <= innerWidth * MARGIN && beyond.down <= innerHeight * MARGIN;
}

/**
 * Keeps track of which elements are in the window or near it. An element counts as near until a check finds it far
 * away. While the page is printed, all elements count as near.
 */
export class NearWindow {
  private far = new WeakSet<Element>();
  private followed = new Set<Element>();
  /** The followed elements that the browser checks. */
  private checked = new Set<Element>();
  private observer: IntersectionObserver | null = null;
  private own = new AbortController();
  private printing = false;
  /** Whether the page has scrolled and is not at rest yet. */
  private moves = false;
  private last = { time: 0, left: 0, top: 0, scroller: null as Element | null };
  /** Where the elements were when all were last measured, and how far the part that scrolls was scrolled then. */
  private known: { scroller: Element | null; left: number; top: number; edges: Map<Element, Edges> } | null =
    null;
  private resting: ReturnType<typeof setTimeout> | undefined;

  /** `changed` is called when an element has come near the window, or has moved away from it. */
  constructor(private readonly changed: () => void) {}

  isNear = (element: Element): boolean => this.printing || !this.far.has(element);

  /** Watches these elements and no others. They must be in the order of the page. */
  follow(elements: Set<Element>): void {
    if (typeof IntersectionObserver === 'undefined') return;
    if (elements.size === 0) this.end();
    else this.observer ??= this.start();
    for (const element of this.followed) if (!elements.has(element)) this.far.delete(element);
    this.followed = elements;
    this.known = null;
    this.check();
  }

  /** Chooses the elements that the browser checks: some of all, and those next to elements near the window. */
  private check(): void {
    const all = [...this.followed];
    const step = Math.ceil(all.length / MOST_CHECKED);
    const isBesideNear = (i: number) =>
      [all[i - 1], all[i + 1]].some((element) => element && !this.far.has(element));
    const checked = new Set(
      all.filter((element, i) => i % step === 0 || (this.far.has(element) && isBesideNear(i))),
    );
    for (const element of this.checked) if (!checked.has(element)) this.observer?.unobserve(element);
    for (const element of checked) if (!this.checked.has(element)) this.observer?.observe(element);
    this.checked = checked;
  }

  private start(): IntersectionObserver {
    this.own = new AbortController();
    const { signal } = this.own;
    addEventListener('beforeprint', () => this.print(true), { signal });
    addEventListener('afterprint', () => this.print(false), { signal });
    addEventListener('scroll', (event) => this.scrolled(event.target), {
      signal,
      capture: true,
      passive: true,
    });
    // The browser also calls this when something other than scrolling has moved an element: late images, an unfolded
    // part, an animation.
    const margin = `${MARGIN * 100}%`;
    const options = { rootMargin: margin, scrollMargin: margin, delay: DELAY };
    return new IntersectionObserver(() => {
      // While the page scrolls, only discards the known places. The next check during the scroll measures all anew.
      if (this.moves) this.known = null;
      else this.lookAtRest();
    }, options);
  }

  private end(): void {
    this.own.abort();
    clearTimeout(this.resting);
    this.observer?.disconnect();
    this.observer = null;
    this.checked.clear();
    this.known = null;
    this.printing = false;
    this.moves = false;
  }

  private print(printing: boolean): void {
    this.printing = printing;
    this.changed();
    if (!printing) this.lookAtRest();
  }

  private scrolled(target: EventTarget | null): void {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.lookAtRest(), REST);
    const moved = this.moves;
    this.moves = true;
    const { time, left, top, scroller } = this.last;
    const since = performance.now() - time;
    if (since < REST) return;
    const now = target instanceof Document ? target.scrollingElement : (target as Element);
    this.last = { time: time + since, ...scrolledBy(now), scroller: now };
    const [x, y] = scroller === now ? [this.last.left - left, this.last.top - top] : [0, 0];
    const flies = moved && Math.abs(y) / since > FLIGHT * innerHeight;
    if (!flies) this.lookAhead(AHEAD * Math.sign(x), AHEAD * Math.sign(y));
  }

  /** Checks where elements are while the page scrolls. `x` and `y`: by how many windows to look ahead. */
  private lookAhead(x: number, y: number): void {
    if (this.printing) return;
    const area = areaAhead(x, y);
    const { left, top, scroller } = this.last;
    const known = this.known;
    if (known?.scroller !== scroller) {
      this.updateAll(area);
      return;
    }
    // Measures only elements that can be near, judged by where they were last. Since then, an element has moved with
    // the part that scrolls, or has stayed where it was, as fixed elements do.
    const mayTouch = (element: Element, there: Edges) => {
      const edges = known.edges.get(element)!;
      return touch(edges, there) || touch(edges, there, known.left - left, known.top - top);
    };
    const close = areaAhead(0, 0);
    const comes = (element: Element) =>
      this.far.has(element) && mayTouch(element, close) && !isOutside(element, boxOf(element), close);
    const all = [...this.followed];
    if (!all.some(comes)) return;
    const some = all.filter((element) => !this.far.has(element) || mayTouch(element, area));
    this.update(new Map(some.map((element) => [element, boxOf(element)])), area);
  }

  /** Checks where all elements are now. */
  private lookAtRest(): void {
    // Measures nothing while the page is printed, because elements have other places on paper.
    if (this.printing) return;
    this.moves = false;
    const scroller = this.last.scroller ?? document.scrollingElement;
    this.last = { ...this.last, ...scrolledBy(scroller), scroller };
    this.updateAll(areaAhead(0, 0));
    this.check();
  }

  private updateAll(area: Edges): void {
    const edges = new Map<Element, Edges>();
    for (const element of this.followed) {
      // Keeps numbers, because reading them from a DOMRect takes longer.
      const { left, right, top, bottom } = boxOf(element);
      edges.set(element, { left, right, top, bottom });
    }
    this.known = { ...this.last, edges };
    this.update(edges, area);
  }

  private update(edges: Map<Element, Edges>, area: Edges): void {
    let news = false;
    for (const [element, its] of edges) {
      const now = isOutside(element, its, area);
      if (now === this.far.has(element)) continue;
      if (now) this.far.add(element);
      else this.far.delete(element);
      news = true;
    }
    if (news) this.changed();
  }
}
