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

  /** `known`: the first result, if other code has read it already. The query then first runs when a view listens. */
  constructor(
    private readonly query: () => Promise<T>,
    known?: T,
  ) {
    let settle = () => {};
    this.first = new Promise((resolve) => {
      settle = resolve;
    });
    this.settle = settle;
    this.value = known;
    if (known === undefined) this.run();
    else settle();
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
