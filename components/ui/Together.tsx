import './Together.css';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { FirstReads, FirstReadsOf, useFirstRead } from '@/lib/app/firstReads.ts';

/**
 * The longest time (ms) to wait for all parts. Then those that are ready show, and later ones may move them. It is
 * long, because a busy machine is slow, and a view that moves under the hand is worse than one that comes late.
 */
const LONGEST_WAIT = 4000;

type Props = { children: ComponentChildren; meanwhile?: ComponentChildren };

/**
 * Shows its children together, once all of them have read what they show first. Until then they are laid out but
 * invisible, and `meanwhile` shows in their place.
 */
export function Together({ children, meanwhile }: Props) {
  const reads = useMemo(() => new FirstReads(), []);
  const [isShown, setShown] = useState(false);
  useFirstRead(isShown);
  useLayoutEffect(() => {
    const show = () => setShown(true);
    reads.whenDone(show);
    const late = setTimeout(show, LONGEST_WAIT);
    return () => clearTimeout(late);
  }, []);
  return (
    <div class={isShown ? 'together' : 'together waiting'}>
      {!isShown && meanwhile}
      <FirstReadsOf.Provider value={reads}>
        <div class="parts">{children}</div>
      </FirstReadsOf.Provider>
    </div>
  );
}
