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
    readonly known = new Map<keyof T, unknown>();
    constructor(readonly given: Given) {}
  }
  for (const key of Object.keys(readers) as (keyof T)[])
    Object.defineProperty(Lazy.prototype, key, {
      get(this: Lazy) {
        const { known } = this;
        if (!known.has(key)) known.set(key, readers[key](this as unknown as T, this.given));
        return known.get(key);
      },
    });
  return (given) => new Lazy(given) as unknown as T;
}
