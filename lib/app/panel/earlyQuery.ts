import { watch } from '../../store/index.ts';

type Listener<T> = { next: (value: T) => void; error: (error: unknown) => void };

/**
 * A database query that runs before the view that shows its result is loaded, and again whenever the data that it read
 * change. Keeps the latest result until the view listens.
 */
export class EarlyQuery<T> {
  /** The latest result; undefined before the first one. */
  value: T | undefined;
  /** Resolves at the first result, and also where the query fails. */
  readonly first: Promise<void>;
  private failure: { error: unknown } | null = null;
  private listener: Listener<T> | null = null;
  private readonly settle: () => void;
  private runs = false;
  private stop = () => {};

  /**
   * `known`: the first result, if other code has read it already, or is reading it. The query then first runs when a view
   * listens, or where the other code has found nothing.
   */
  constructor(
    private readonly query: () => Promise<T>,
    known?: T | Promise<T | null>,
  ) {
    let settle = () => {};
    this.first = new Promise((resolve) => {
      settle = resolve;
    });
    this.settle = settle;
    if (known === undefined) this.run();
    else if (known instanceof Promise) void known.then((value) => this.take(value));
    else this.take(known);
  }

  /** Takes what other code has read, unless the query itself has been answered by now. */
  private take(known: T | null): void {
    if (known === null) {
      if (!this.runs) this.run();
      return;
    }
    if (this.value !== undefined) return;
    this.value = known;
    this.listener?.next(known);
    this.settle();
  }

  private run(): void {
    const subscription = watch(this.query).subscribe({
      next: (value) => {
        this.value = value;
        this.listener?.next(value);
        this.settle();
      },
      error: (error) => {
        this.failure = { error };
        this.listener?.error(error);
        this.settle();
      },
    });
    this.stop = () => subscription.unsubscribe();
    this.runs = true;
  }

  /** Passes on the latest result or failure, and all later ones. Returns a function that ends the query. */
  listen(listener: Listener<T>): () => void {
    this.listener = listener;
    if (this.failure) listener.error(this.failure.error);
    else if (this.value !== undefined) listener.next(this.value);
    if (!this.runs) this.run();
    return () => this.stop();
  }
}
