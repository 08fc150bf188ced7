import { createContext } from 'preact';
import { useContext, useLayoutEffect } from 'preact/hooks';

/**
 * Counts what the parts of a view are still reading for the first time. The view is shown when all have been answered, so
 * that no part comes late and moves the others.
 */
export class FirstReads {
  private open = 0;
  private told = () => {};

  /** Begins a read. Returns the function that ends it. */
  begin(): () => void {
    this.open++;
    return () => {
      this.open--;
      this.look();
    };
  }

  /** Calls back once nothing is being read. One read that begins where another ends counts as the same. */
  whenDone(done: () => void): void {
    this.told = done;
    this.look();
  }

  private look(): void {
    queueMicrotask(() => this.open === 0 && this.told());
  }
}

/** The reads of the view around a component; null where no view waits for them. */
export const FirstReadsOf = createContext<FirstReads | null>(null);

/** Lets the view around wait until this is `answered` for the first time. */
export function useFirstRead(answered: boolean): void {
  const reads = useContext(FirstReadsOf);
  useLayoutEffect(() => (answered ? undefined : reads?.begin()), [answered]);
}
