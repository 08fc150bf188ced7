import './VirtualList.css';
import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  observeWindowOffset,
  observeWindowRect,
  type VirtualItem,
  Virtualizer,
  type VirtualizerOptions,
  windowScroll,
} from '@tanstack/virtual-core';
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { stickyBars } from '@/lib/app/panel/stickyBars.ts';

type Props<T> = {
  items: T[];
  keyOf: (item: T) => string;
  /** The usual height of a row (CSS pixels), until it is measured. */
  usual: number;
  /**
   * The element in which the list scrolls; absent where the window scrolls the list. The element must be positioned,
   * because offsets are measured from it.
   */
  scroller?: RefObject<HTMLElement>;
  /** The index of the item to be kept in view; -1 for none. */
  current?: number;
  /** The index of the item to be in view when the list shows; -1 for none. */
  returned?: number;
  /** The initial scroll position (CSS pixels). */
  place: number;
  /** The row at the upper edge at first, and how far it is cut off (CSS pixels); null for the top of the list. */
  top?: TopRow | null;
  /** Keeps the measured heights while the list is not shown. */
  sizes: { current: unknown[] };
  /** Renders a row. Its list item must have the given attributes. */
  row: (item: T, attributes: RowAttributes) => ComponentChildren;
  /** Whether the rows can be seen but not used, because others will soon take their place. */
  rests?: boolean;
  /** Receives the range of drawn rows, the last exclusive. */
  onShown: (from: number, to: number) => void;
  /** Receives the scroll position, and the row at the upper edge. */
  onMove: (place: number, top: TopRow | null) => void;
};

/** The row at the upper edge of a list, by its key, and how many CSS pixels of it are cut off. */
type TopRow = { key: string; offset: number };

export type RowAttributes = {
  ref: (element: HTMLLIElement | null) => void;
  'data-index': number;
  'aria-setsize': number;
  'aria-posinset': number;
};

/** The number of rows drawn beyond the visible ones, so that tabbing and fast scrolling find rows. */
const OVERSCAN = 6;

/**
 * By how much (CSS pixels) the drawn rows can be taller together than the virtualizer takes them for, because it rounds
 * the height of each.
 */
const ROUNDED = 10;

type Scroller = Window & HTMLElement;
type ScrollOptions = Pick<
  VirtualizerOptions<Scroller, HTMLLIElement>,
  'getScrollElement' | 'initialRect' | 'observeElementRect' | 'observeElementOffset' | 'scrollToFn'
>;

/** The options of TanStack Virtual for a list that scrolls with the window, and for one that scrolls in an element. */
const inWindow = () => ({
  getScrollElement: () => window,
  initialRect: { width: window.innerWidth, height: window.innerHeight },
  observeElementRect: observeWindowRect,
  observeElementOffset: observeWindowOffset,
  scrollToFn: windowScroll,
});
const inElement = (scroller: RefObject<HTMLElement>) => ({
  // Looks the element up each time, because at the first drawing it does not exist yet. It is about as tall as the
  // window then, so that the first rows are drawn at once.
  getScrollElement: () => scroller.current,
  initialRect: { width: 0, height: scroller.current?.clientHeight ?? window.innerHeight },
  observeElementRect,
  observeElementOffset,
  scrollToFn: elementScroll,
});

/**
 * Measures the bars that stick to the edges of the window above and below a list. A row beneath a bar would be in view
 * and yet hidden.
 */
function coveredBeside(list: HTMLElement | null) {
  const { above, below } = stickyBars(list);
  const heightOf = (bars: DOMRect[]) => bars.reduce((sum, { height }) => sum + height, ROUNDED);
  return { scrollPaddingStart: heightOf(above), scrollPaddingEnd: heightOf(below) };
}

/** Draws only the rows of a list that are in view. The list scrolls with the window, or in an element around it. */
export function VirtualList<T>({
  items,
  keyOf,
  usual,
  scroller,
  current = -1,
  returned = -1,
  place,
  top = null,
  sizes,
  row,
  rests = false,
  onShown,
  onMove,
}: Props<T>) {
  const list = useRef<HTMLUListElement>(null);
  // Draws at first only the rows in view, so that they show sooner.
  const [isBegun, setBegun] = useState(false);
  useEffect(() => setBegun(true), []);
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const made = useRef<Virtualizer<Scroller, HTMLLIElement> | null>(null);
  /** The heights that the bars cover. Kept for the redraws in which the virtualizer corrects its scroll position. */
  const covered = useRef({});
  const isPlaced = useRef(false);
  /** The row to be held at the upper edge until the person scrolls, because rows grow while they are completed. */
  const held = useRef(sizes.current.length === 0 ? top : null);
  /** The scroll position at which that row was last put to the upper edge. */
  const heldAt = useRef(0);
  const options = {
    count: items.length,
    ...((scroller ? inElement(scroller) : inWindow()) as ScrollOptions),
    estimateSize: () => usual,
    getItemKey: (index: number) => (items[index] ? keyOf(items[index]) : index),
    overscan: isBegun ? OVERSCAN : 0,
    scrollMargin: list.current?.offsetTop ?? 0,
    ...covered.current,
    initialOffset: place,
    initialMeasurementsCache: sizes.current as VirtualItem[],
    onChange: () => {
      // Reports no position until the list is back at its former place: a new list is first drawn at the top.
      if (isPlaced.current && !held.current) tellPlace();
      redraw(undefined);
    },
  };
  const scrolledTo = () => (scroller ? (scroller.current?.scrollTop ?? 0) : window.scrollY);
  const scrollTo = (at: number) => {
    if (scroller?.current) scroller.current.scrollTop = at;
    else window.scrollTo(0, at);
  };
  const tellPlace = () => {
    const at = scrolledTo();
    const first = virtualizer.getVirtualItems().find(({ end }) => end > at);
    const item = first && items[first.index];
    onMove(at, item && first.start <= at ? { key: keyOf(item), offset: at - first.start } : null);
  };
  made.current ??= new Virtualizer<Scroller, HTMLLIElement>(options);
  const virtualizer = made.current;
  virtualizer.setOptions(options);
  useLayoutEffect(() => {
    const unmount = virtualizer._didMount();
    return () => {
      sizes.current = virtualizer.measurementsCache;
      unmount();
    };
  }, []);
  useLayoutEffect(() => virtualizer._willUpdate());
  // Runs in a layout effect, because the rows must have their heights before the list can be scrolled.
  useLayoutEffect(() => {
    scrollTo(place);
    isPlaced.current = true;
  }, []);
  // Runs after each drawing, because the rows above may have been measured in it.
  useLayoutEffect(() => {
    if (!held.current) return;
    const { key, offset } = held.current;
    const index = items.findIndex((item) => keyOf(item) === key);
    const row = virtualizer.measurementsCache[index];
    if (!row) return;
    scrollTo(row.start + offset);
    heldAt.current = scrolledTo();
  });
  useEffect(() => {
    // The list itself scrolls only to `heldAt`, so another position shows that the person has scrolled.
    const release = () => {
      if (held.current && Math.abs(scrolledTo() - heldAt.current) > 2) held.current = null;
    };
    addEventListener('scroll', release, { capture: true, passive: true });
    return () => removeEventListener('scroll', release, { capture: true });
  }, []);
  const bringIntoView = (index: number) => {
    if (index < 0) return;
    covered.current = coveredBeside(list.current);
    virtualizer.setOptions({ ...options, ...covered.current, scrollMargin: list.current!.offsetTop });
    virtualizer.scrollToIndex(index, { align: 'auto' });
  };
  // Leaves the row that is held where it is: scrolling to another one would move what the person left.
  useLayoutEffect(() => bringIntoView(held.current ? -1 : returned), []);
  useLayoutEffect(() => bringIntoView(current), [current]);

  // Keeps the rendered rows while the list itself redraws, because it scrolls and measures far more often than its rows
  // change. Preact leaves out what is the same element as before.
  const kept = useRef<{ row: Props<T>['row']; items: T[]; rows: Map<number, ComponentChildren> } | null>(
    null,
  );
  if (kept.current?.row !== row || kept.current.items !== items)
    kept.current = { row, items, rows: new Map() };
  const { rows } = kept.current;
  const rowAt = (index: number): ComponentChildren => {
    if (!rows.has(index))
      rows.set(
        index,
        row(items[index]!, {
          ref: virtualizer.measureElement,
          'data-index': index,
          'aria-setsize': items.length,
          'aria-posinset': index + 1,
        }),
      );
    return rows.get(index);
  };
  const drawn = virtualizer.getVirtualItems();
  const first = drawn[0];
  const last = drawn.at(-1);
  useLayoutEffect(() => {
    if (first && last) onShown(first.index, last.index + 1);
  }, [first?.index, last?.index, items]);
  const margin = options.scrollMargin;
  return (
    <ul
      ref={list}
      class="articles"
      inert={rests}
      aria-busy={rests || undefined}
      style={{
        paddingTop: `${(first?.start ?? margin) - margin}px`,
        paddingBottom: `${virtualizer.getTotalSize() - (last ? last.end - margin : 0)}px`,
      }}
    >
      {drawn.map(({ index }) => items[index] && rowAt(index))}
    </ul>
  );
}
