import './Together.css';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { FirstReads, FirstReadsOf, useFirstRead } from '@/lib/app/firstReads.ts';

/** The longest time (ms) that parts are waited for. What comes later may move others. */
const LONGEST_WAIT = 1000;

type Props = { children: ComponentChildren; meanwhile?: ComponentChildren };

/**
 * Shows its parts when all of them have read what they show at first. Until then, they take their room unseen, below
 * what shows `meanwhile`.
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
