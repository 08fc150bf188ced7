import type { OriginWords } from '@/lib/app/panel/facts.ts';

type Props = { of: OriginWords | null; shown: boolean };

/**
 * Which rule gave a value and how sure it is: where that is asked for, and always where it is not sure or another
 * place of the page contradicts it.
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
