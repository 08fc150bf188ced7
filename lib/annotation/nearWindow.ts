import { boxOf, overflowOf } from './dom.ts';

/**
 * How far outside the window an element still counts as near, as a share of the window's size. Marks in such elements
 * are drawn before a person scrolls to them.
 */
const MARGIN = 0.25;
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
/** The scrolling speed, in window heights per millisecond, from which marks are not drawn, because nobody sees them. */
const FLIGHT = 0.005;

/**
 * Whether an element is far from the window. False for an element without a box, which may be anywhere. False too where
 * the element's text overflows its box far enough to reach the window, as with a fixed height.
 */
function isFarAway(element: Element): boolean {
  const { left, right, top, bottom, width, height } = boxOf(element);
  if (width === 0 && height === 0) return false;
  const [across, down] = [innerWidth * MARGIN, innerHeight * MARGIN];
  if (bottom > -down && top < innerHeight + down && right > -across && left < innerWidth + across)
    return false;
  const beyond = overflowOf(element);
  return beyond.across <= across && beyond.down <= down;
}

/**
 * Keeps track of which elements are in the window or near it. An element counts as near until a check finds it far
 * away. While the page is printed, all elements count as near.
 */
export class NearWindow {
  private far = new WeakSet<Element>();
  private followed = new Set<Element>();
  private observer: IntersectionObserver | null = null;
  private own = new AbortController();
  private printing = false;
  /** Whether the page scrolls so fast that nobody sees its marks. */
  private flies = false;
  private last = { time: 0, top: 0, scroller: null as Element | null };
  private resting: ReturnType<typeof setTimeout> | undefined;

  /** `changed` is called when an element has come near the window, or has moved away from it. */
  constructor(private readonly changed: () => void) {}

  isNear = (element: Element): boolean => this.printing || !this.far.has(element);

  /** Watches these elements and no others. */
  follow(elements: Set<Element>): void {
    if (typeof IntersectionObserver === 'undefined') return;
    if (elements.size === 0) this.end();
    else this.observer ??= this.start();
    for (const element of this.followed)
      if (!elements.has(element)) {
        this.observer?.unobserve(element);
        this.far.delete(element);
      }
    for (const element of elements) if (!this.followed.has(element)) this.observer?.observe(element);
    this.followed = elements;
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
    const options = { rootMargin: `${MARGIN * 100}%`, scrollMargin: `${MARGIN * 100}%`, delay: DELAY };
    return new IntersectionObserver(() => !this.flies && this.look(), options);
  }

  private end(): void {
    this.own.abort();
    clearTimeout(this.resting);
    this.observer?.disconnect();
    this.observer = null;
    this.printing = false;
    this.flies = false;
  }

  private print(printing: boolean): void {
    this.printing = printing;
    this.changed();
    if (!printing) this.look();
  }

  private scrolled(target: EventTarget | null): void {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.look(), REST);
    const { time, top, scroller } = this.last;
    const since = performance.now() - time;
    if (since < REST) return;
    const now = target instanceof Document ? target.scrollingElement : (target as Element);
    this.last = { time: time + since, top: now?.scrollTop ?? 0, scroller: now };
    this.flies = scroller === now && Math.abs(this.last.top - top) / since > FLIGHT * innerHeight;
    if (!this.flies) this.look();
  }

  /** Checks where the elements are now. Does nothing during printing, because elements have other places on paper. */
  private look(): void {
    if (this.printing) return;
    this.flies = false;
    let news = false;
    for (const element of this.followed) {
      const now = isFarAway(element);
      if (now === this.far.has(element)) continue;
      if (now) this.far.add(element);
      else this.far.delete(element);
      news = true;
    }
    if (news) this.changed();
  }
}
