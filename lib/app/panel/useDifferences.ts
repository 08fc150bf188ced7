import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Part } from '../../record/compare.ts';
import { differencesOf } from './differences.ts';
import { roundStep } from './roundStep.ts';

/** The state of one comparison: the present change, and the folds that the person has opened, by where they begin. */
type State = { of: Part[] | null; at: number; opened: number[] };

/**
 * Arranges a comparison for display, and moves between its changes. Scrolls the present change into view: the element
 * in `root` with its number as `data-difference`. `text`: the old text. `first`: the change shown first, -1 for none.
 */
export function useDifferences(root: RefObject<Element>, text: string, parts: Part[] | null, first: 0 | -1) {
  const [kept, setKept] = useState<State | null>(null);
  const { pieces, count } = useMemo(() => differencesOf(text, parts ?? []), [text, parts]);
  // Begins anew with each comparison.
  const state = kept?.of === parts ? kept : { of: parts, at: first, opened: [] };
  const at = Math.min(state.at, count - 1);
  useLayoutEffect(() => {
    const change = root.current?.querySelector(`[data-difference="${at}"]`);
    if (!change) return;
    // Shows the beginning of a change that is taller than the window.
    const isTall = change.getBoundingClientRect().height > innerHeight / 2;
    change.scrollIntoView({ block: isTall ? 'start' : 'center' });
  }, [parts, at]);
  return {
    pieces: pieces.map((piece) =>
      piece.kind === 'folded' && state.opened.includes(piece.start)
        ? { ...piece, kind: 'same' as const }
        : piece,
    ),
    count,
    /** The number of the present change, from 0; -1 for none. */
    at,
    /** Goes to the next change (1) or the previous one (-1). After the last comes the first. */
    step: (by: 1 | -1) => count > 0 && setKept({ ...state, at: roundStep(at, by, count) }),
    /** Shows the unchanged paragraphs that begin at `start`. */
    unfold: (start: number) => setKept({ ...state, opened: [...state.opened, start] }),
  };
}
