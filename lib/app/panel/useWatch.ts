import { useEffect, useState } from 'preact/hooks';
import { watch } from '../../store/index.ts';

/**
 * The value of a query, again whenever what it read changes; undefined until it is there. A query that fails is
 * thrown while rendering, for a FailureBoundary.
 */
export function useWatch<T>(query: () => Promise<T>, inputs: unknown[]): T | undefined {
  const [value, setValue] = useState<T>();
  const [failure, setFailure] = useState<{ error: unknown } | null>(null);
  useEffect(() => {
    const subscription = watch(query).subscribe({ next: setValue, error: (error) => setFailure({ error }) });
    return () => subscription.unsubscribe();
  }, inputs);
  if (failure) throw failure.error;
  return value;
}
