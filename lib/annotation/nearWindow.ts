import { areaAhead, type Edges, edgesOf, hasMovedBy, isOutside, MARGIN, scrolledBy, touch } from './edges.ts';

/**
 * How many windows farther an element still counts as near in the direction of scrolling. The distance is long so that
 * what is drawn changes seldom: at each change, Chromium redraws all marked words near the window.
 */
const AHEAD = 3;
/**
 * Up to about this number of elements, the browser checks all of them. If there are more, it checks only every second,
 * third or later one, because each check takes time at each frame. It also checks those next to elements near the
 * window, which come into the window first when the page changes.
 */
const MOST_CHECKED = 64;
/**
 * Milliseconds between the browser's own checks (IntersectionObserver) of which elements are near the window. These
 * checks are needed because a page can move elements without scrolling. Checks at each frame would cost more than
 * drawing every mark. Firefox ignores this delay, because it lacks the option.
 */
const DELAY = 1000;
/**
 * Milliseconds between checks of which elements are near the window, while the page scrolls. After as long without
 * scrolling, marks that a fast scroll has left out are drawn.
 */
const PAUSE = 100;
/**
 * Milliseconds without scrolling after which the page is at rest, and marks far from the window are drawn no longer.
 * Longer than the pauses of a person who turns a wheel.
 */
const REST = 1000;
/**
 * The scrolling speed, in window heights per millisecond, from which marks are not drawn, because nobody sees them.
 * The key Page Down scrolls at half of that.
 */
const FLIGHT = 0.012;

/** Where elements were when they were measured, how far the part that scrolls was scrolled, and the window's size. */
type Known = {
  scroller: Element | null;
  left: number;
  top: number;
  width: number;
  height: number;
  edges: Map<Element, Edges>;
};

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
  /** Whether the page scrolls, pauses, or is at rest. */
  private pace: 'scrolls' | 'pauses' | 'rests' = 'rests';
  /** The part of the page that has scrolled since the last check. */
  private scrolling: EventTarget | null = null;
  private last = { time: 0, left: 0, top: 0, scroller: null as Element | null };
  /** Where the elements were when all were last measured. */
  private known: Known | null = null;
  /**
   * While the page is scrolled to between these two distances from its top, no far element comes near the window. So
   * nothing needs to be measured.
   */
  private free: { from: number; to: number; left: number } | null = null;
  private next: ReturnType<typeof setTimeout> | undefined;

  /** `changed` is called when an element has come near the window, or has moved away from it. */
  constructor(private readonly changed: () => void) {}

  isNear = (element: Element): boolean => this.printing || !this.far.has(element);

  /**
   * Watches these elements and no others. They must be in the order of the page. Measures new ones at once, so that
   * nothing far from the window is drawn even once. Does not call `changed`.
   */
  follow(elements: Set<Element>): void {
    if (typeof IntersectionObserver === 'undefined') return;
    if (elements.size === 0) this.end();
    else this.observer ??= this.start();
    for (const element of this.followed) if (!elements.has(element)) this.far.delete(element);
    const area = areaAhead(0, 0);
    const edges = new Map<Element, Edges>();
    for (const element of elements) {
      if (this.followed.has(element)) continue;
      const its = edgesOf(element);
      edges.set(element, its);
      if (isOutside(element, its, area)) this.far.add(element);
    }
    this.followed = elements;
    this.know(elements.size && edges.size === elements.size ? edges : null);
    this.check();
  }

  private know(edges: Map<Element, Edges> | null): void {
    this.known = edges && { ...this.now(), width: innerWidth, height: innerHeight, edges };
    this.free = null;
  }

  /** The part of the page that scrolled last, and how far it is scrolled now. */
  private now() {
    const scroller = this.last.scroller ?? document.scrollingElement;
    return { ...scrolledBy(scroller), scroller };
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
    addEventListener('scroll', ({ target }) => this.scrolled(target), {
      signal,
      capture: true,
      passive: true,
    });
    // The browser also calls this when something other than scrolling has moved an element: late images, an unfolded
    // part, an animation.
    const margin = `${MARGIN * 100}%`;
    const options = { rootMargin: margin, scrollMargin: margin, delay: DELAY };
    return new IntersectionObserver((entries) => {
      if (this.areAsKnown(entries.map(({ target }) => target))) return;
      // While the page scrolls, only discards the known places. The next check during the scroll measures all anew.
      if (this.pace !== 'rests') this.know(null);
      else this.lookAtRest();
    }, options);
  }

  /** Whether scrolling alone explains where these elements are now. */
  private areAsKnown(elements: Element[]): boolean {
    const known = this.known;
    if (known?.width !== innerWidth || known.height !== innerHeight) return false;
    const { left, top, scroller } = this.now();
    const [x, y] = scroller === known.scroller ? [known.left - left, known.top - top] : [0, 0];
    return elements.every((element) => {
      const before = known.edges.get(element);
      const edges = edgesOf(element);
      return before && (hasMovedBy(before, edges, x, y) || hasMovedBy(before, edges, 0, 0));
    });
  }

  private end(): void {
    this.own.abort();
    clearTimeout(this.next);
    this.observer?.disconnect();
    this.observer = null;
    this.checked.clear();
    this.know(null);
    this.printing = false;
    this.pace = 'rests';
  }

  private print(printing: boolean): void {
    this.printing = printing;
    this.changed();
    if (!printing) this.lookAtRest();
  }

  private scrolled(target: EventTarget | null): void {
    this.scrolling = target;
    // Only notes the event, because a page sends one for each frame.
    if (this.pace === 'scrolls') return;
    clearTimeout(this.next);
    this.look();
    this.pace = 'scrolls';
  }

  /** Checks where elements are after the page has scrolled. */
  private look(): void {
    const { time, left, top, scroller } = this.last;
    const target = this.scrolling;
    const now = target instanceof Document ? target.scrollingElement : (target as Element);
    this.scrolling = null;
    this.last = { time: performance.now(), ...scrolledBy(now), scroller: now };
    const [x, y] = scroller === now ? [this.last.left - left, this.last.top - top] : [0, 0];
    const speed = Math.abs(y) / (this.last.time - time);
    const flies = this.pace === 'scrolls' && speed > FLIGHT * innerHeight;
    if (!flies) this.lookAhead(AHEAD * Math.sign(x), AHEAD * Math.sign(y));
    this.next = setTimeout(() => (this.scrolling ? this.look() : this.pause()), PAUSE);
  }

  /** Draws what is missing in the window, and leaves the rest until the page is at rest. */
  private pause(): void {
    this.pace = 'pauses';
    this.next = setTimeout(() => this.lookAtRest(), REST - PAUSE);
    this.lookAhead(0, 0);
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
    if (this.free?.left === left && top > this.free.from && top < this.free.to) return;
    // Measures only elements that can be near, judged by where they were last. Since then, an element has moved with
    // the part that scrolls, or has stayed where it was, as fixed elements do.
    const mayTouch = (element: Element, there: Edges) => {
      const edges = known.edges.get(element)!;
      return touch(edges, there) || touch(edges, there, known.left - left, known.top - top);
    };
    const close = areaAhead(0, 0);
    const comes = (element: Element) =>
      this.far.has(element) && mayTouch(element, close) && !isOutside(element, edgesOf(element), close);
    const all = [...this.followed];
    if (!all.some(comes)) {
      this.free = this.freeAround(known, close);
      return;
    }
    const some = all.filter((element) => !this.far.has(element) || mayTouch(element, area));
    this.update(new Map(some.map((element) => [element, edgesOf(element)])), area);
  }

  /** How far the page can scroll up and down from here before an element that is far reaches an area. */
  private freeAround(known: Known, area: Edges) {
    const { left, top } = this.last;
    let [from, to] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (const [element, its] of known.edges) {
      if (!this.far.has(element)) continue;
      const [upper, lower] = [its.top + known.top, its.bottom + known.top];
      if (upper - top >= area.bottom) to = Math.min(to, upper - area.bottom);
      else if (lower - top <= area.top) from = Math.max(from, lower - area.top);
      // An element to the left or right of the window stays there. Any other that should have reached the window, but
      // is still far, did not scroll with the page. So nothing can be predicted.
      else if (touch(its, area, known.left - left, known.top - top)) return null;
    }
    return { from, to, left };
  }

  /** Checks where all elements are now. */
  private lookAtRest(): void {
    // Measures nothing while the page is printed, because elements have other places on paper.
    if (this.printing) return;
    this.pace = 'rests';
    this.last = { ...this.last, ...this.now() };
    this.updateAll(areaAhead(0, 0));
    this.check();
  }

  private updateAll(area: Edges): void {
    const edges = new Map<Element, Edges>();
    for (const element of this.followed) edges.set(element, edgesOf(element));
    this.know(edges);
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
    if (!news) return;
    this.free = null;
    this.changed();
  }
}
