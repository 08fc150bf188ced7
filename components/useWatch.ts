import { useEffect, useState } from 'preact/hooks';
import { watch } from '@/lib/collection/repository.ts';

/** The value of a query, again whenever what it read changes; undefined until it is there. */
export function useWatch<T>(query: () => Promise<T>, inputs: unknown[]): T | undefined {
  const [value, setValue] = useState<T>();
  useEffect(() => {
    const subscription = watch(query).subscribe({
      next: setValue,
      error: (error) => console.error('Pizhu:', error),
    });
    return () => subscription.unsubscribe();
  }, inputs);
  return value;
}
