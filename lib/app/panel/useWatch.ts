import { useEffect, useState } from 'preact/hooks';
import { watch } from '../../store/index.ts';

/**
 * The result of a database query, updated whenever the data that it read change. Undefined while it loads. If the query
 * fails, the hook throws during rendering, and a FailureBoundary shows the error.
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
