import type { OriginWords } from '@/lib/app/panel/facts.ts';

type Props = { of: OriginWords | null; shown: boolean };

/**
 * Shows on request the place on the page from which a value was read, and how reliable the value is. Always shows
 * this where the value is uncertain. Always names another place on the page that contradicts the value.
 */
export function Origin({ of, shown }: Props) {
  if (!of) return null;
  const { words, unsure, otherwise } = of;
  return (
    <>
      {(unsure || shown) && (
        <span class={unsure ? 'origin unsure' : 'origin'} data-testid={unsure ? 'unsure' : 'origin'}>
          {words}
        </span>
      )}
      {otherwise && (
        <span class="origin unsure" data-testid="otherwise">
          {otherwise}
        </span>
      )}
    </>
  );
}
