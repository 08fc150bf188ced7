/**
 * Makes objects whose properties are computed at first use and then kept. The getters are defined once for all objects,
 * because defining them takes longer than computing most properties.
 */
export function lazyObjects<T extends object, Given>(
  readers: {
    [K in keyof T]: (made: T, given: Given) => T[K];
  },
): (given: Given) => T {
  class Lazy {
    /** The values of the properties, in the order of `readers`. */
    readonly known: unknown[] = [];
    constructor(readonly given: Given) {}
  }
  (Object.keys(readers) as (keyof T)[]).forEach((key, i) => {
    Object.defineProperty(Lazy.prototype, key, {
      get(this: Lazy) {
        const { known } = this;
        if (known[i] === undefined) known[i] = readers[key](this as unknown as T, this.given);
        return known[i];
      },
    });
  });
  return (given) => new Lazy(given) as unknown as T;
}
