import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ListOf } from './listKeys.ts';
import {
  keepListMemory,
  keepWhenHidden,
  type ListMemory,
  onErased,
  readListMemory,
  type TopRow,
} from './listMemory.ts';

/** The measured heights of rows. The list needs them when it is shown again. */
export type RowSizes = unknown[];

/**
 * The stored state of the list, with functions that change it. `memory` is null while the state loads. Scroll position
 * and row heights are refs: they change often, and a change must not render the list again. `early`: the state, if it
 * has been read.
 */
export function useListMemory(of: ListOf, early: ListMemory | null = null) {
  const [memory, setMemory] = useState<ListMemory | null>(early);
  const place = useRef(early?.place ?? 0);
  const top = useRef<TopRow>(early?.top ?? null);
  const sizes = useRef<RowSizes>([]);
  useEffect(() => {
    if (!early) void readListMemory(of).then(setMemory);
  }, []);
  useEffect(() => keepWhenHidden(), []);
  useEffect(
    () =>
      onErased(of, (fresh) => {
        place.current = fresh.place;
        top.current = fresh.top;
        sizes.current = [];
        setMemory(fresh);
      }),
    [],
  );
  useEffect(() => {
    if (memory) keepListMemory(of, memory);
  }, [memory]);
  useEffect(() => {
    if (!memory) return;
    place.current = memory.place;
    top.current = memory.top;
  }, [memory === null]);
  const change = useCallback(
    (next: (now: ListMemory) => Partial<ListMemory>) =>
      setMemory((now) => now && { ...now, place: place.current, top: top.current, ...next(now) }),
    [],
  );
  return { memory, change, place, top, sizes };
}
