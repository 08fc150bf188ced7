import { useEffect, useRef, useState } from 'preact/hooks';
import { watch } from '../../store/index.ts';
import { useFirstRead } from '../firstReads.ts';
import type { EarlyQuery } from './earlyQuery.ts';

/**
 * The result of a database query, updated whenever the data that it read change. Undefined while it loads. If the query
 * fails, the hook throws during rendering, and a FailureBoundary shows the error. `early`: the same query, if it has
 * been started before.
 */
export function useWatch<T>(
  query: () => Promise<T>,
  inputs: unknown[],
  early: EarlyQuery<T> | null = null,
): T | undefined {
  const [value, setValue] = useState<T | undefined>(early?.value);
  const [failure, setFailure] = useState<{ error: unknown } | null>(null);
  const begun = useRef(early);
  useFirstRead(value !== undefined || failure !== null);
  useEffect(() => {
    const listener = { next: setValue, error: (error: unknown) => setFailure({ error }) };
    const first = begun.current;
    begun.current = null;
    if (first) return first.listen(listener);
    const subscription = watch(query).subscribe(listener);
    return () => subscription.unsubscribe();
  }, inputs);
  if (failure) throw failure.error;
  return value;
}
