import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Query } from '../../search/query.ts';
import { hitRanges } from './hitRanges.ts';
import { roundStep } from './roundStep.ts';

/** The names of the highlights (CSS Custom Highlight API) for all hits and for the current hit. */
const ALL = 'search-hit';
const NOW = 'search-hit-now';

/**
 * Milliseconds to wait after a change of the view before hits are searched again. Several changes often follow each
 * other.
 */
const SETTLED = 120;

/**
 * Highlights the words of a query in an element, scrolls to the first hit, and moves between hits. Does not change the
 * document. `prefers`: a selector of the part whose first hit is shown first. `at`: the number of the current hit, from
 * 0; -1 without hits.
 */
export function useHitsShown(root: RefObject<Element>, query: Query, prefers: string) {
  const [count, setCount] = useState(0);
  const [at, setAt] = useState(-1);
  const ranges = useRef<Range[]>([]);
  const present = useRef(-1);
  /** Makes a hit the present one. Returns its range. */
  const light = (index: number) => {
    const range = ranges.current[index];
    if (!range) return;
    present.current = index;
    setAt(index);
    const now = new Highlight(range);
    // Paints it over the highlight of all hits, whose letters are illegible on its background in dark colours.
    now.priority = 1;
    CSS.highlights?.set(NOW, now);
    return range;
  };
  const goTo = (index: number) =>
    light(index)?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  useEffect(() => {
    const element = root.current;
    if (!element || !CSS.highlights) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      ranges.current = hitRanges(element, query);
      CSS.highlights.set(ALL, new Highlight(...ranges.current));
      setCount(ranges.current.length);
      if (ranges.current.length === 0) setAt(-1);
      else if (present.current < 0) goTo(firstIn(element.querySelector(prefers), ranges.current));
      // Does not scroll, because the person may be reading elsewhere.
      else light(Math.min(present.current, ranges.current.length - 1));
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(look, SETTLED);
    };
    look();
    const observer = new MutationObserver(later);
    observer.observe(element, { childList: true, subtree: true, characterData: true });
    return () => {
      observer.disconnect();
      clearTimeout(timer);
      CSS.highlights.delete(ALL);
      CSS.highlights.delete(NOW);
    };
  }, [root, query]);
  const step = (by: 1 | -1) => count > 0 && goTo(roundStep(at, by, count));
  return { count, at: Math.min(at, count - 1), step };
}

/** The index of the first hit in an element; 0 where that element has none. */
function firstIn(element: Element | null, ranges: Range[]): number {
  const within = ranges.findIndex(({ startContainer }) => element?.contains(startContainer));
  return Math.max(within, 0);
}
