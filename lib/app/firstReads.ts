import { createContext } from 'preact';
import { useContext, useLayoutEffect } from 'preact/hooks';

/**
 * Counts the reads (of the database, of storage) that the parts of a view need before they can show anything. The view
 * is shown when all of them are answered, so that no part comes late and moves the others.
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

  /** Calls back once nothing is being read. A read that begins as soon as another ends prolongs the wait. */
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

/** Makes the view around a component wait until the component's read is `answered`. */
export function useFirstRead(answered: boolean): void {
  const reads = useContext(FirstReadsOf);
  useLayoutEffect(() => (answered ? undefined : reads?.begin()), [answered]);
}
