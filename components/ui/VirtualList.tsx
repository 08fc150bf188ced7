import {
  observeWindowOffset,
  observeWindowRect,
  type VirtualItem,
  Virtualizer,
  windowScroll,
} from '@tanstack/virtual-core';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';

type Props<T> = {
  items: T[];
  keyOf: (item: T) => string;
  /** The usual height of a row (CSS pixels), until it is measured. */
  usual: number;
  /** The initial scroll position of the window (CSS pixels). */
  place: number;
  /** Holds the measured heights while the list is not shown. */
  sizes: { current: unknown[] };
  /** Makes a row. Its list item takes these attributes. */
  row: (item: T, attributes: RowAttributes) => ComponentChildren;
  /** Called with the rows that are drawn, the last exclusive. */
  onShown: (from: number, to: number) => void;
  /** Called with the scroll position of the window. */
  onMove: (place: number) => void;
};

export type RowAttributes = {
  ref: (element: HTMLLIElement | null) => void;
  'data-index': number;
  'aria-setsize': number;
  'aria-posinset': number;
};

/** The number of rows drawn beyond the window, so that tabbing and fast scrolling find rows. */
const OVERSCAN = 6;

/** A list of which only the rows in the window are drawn. It scrolls with the window. */
export function VirtualList<T>({ items, keyOf, usual, place, sizes, row, onShown, onMove }: Props<T>) {
  const list = useRef<HTMLUListElement>(null);
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const made = useRef<Virtualizer<Window, HTMLLIElement> | null>(null);
  const options = {
    count: items.length,
    getScrollElement: () => window,
    estimateSize: () => usual,
    getItemKey: (index: number) => (items[index] ? keyOf(items[index]) : index),
    overscan: OVERSCAN,
    scrollMargin: list.current?.offsetTop ?? 0,
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    initialOffset: place,
    initialMeasurementsCache: sizes.current as VirtualItem[],
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    onChange: () => {
      onMove(window.scrollY);
      redraw(undefined);
    },
  };
  made.current ??= new Virtualizer<Window, HTMLLIElement>(options);
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
  // Waits until the rows above are laid out.
  useLayoutEffect(() => window.scrollTo(0, place), []);

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
      style={{
        paddingTop: `${(first?.start ?? margin) - margin}px`,
        paddingBottom: `${virtualizer.getTotalSize() - (last ? last.end - margin : 0)}px`,
      }}
    >
      {drawn.map(({ index }) => {
        const item = items[index];
        return (
          item &&
          row(item, {
            ref: virtualizer.measureElement,
            'data-index': index,
            'aria-setsize': items.length,
            'aria-posinset': index + 1,
          })
        );
      })}
    </ul>
  );
}
