import { webcrypto } from 'node:crypto';

// Each file of unit tests runs in a context of its own within a process, because that is faster than a process for each
// file. Such a context has its own classes. What Node gives it is of Node's classes, which a browser does not
// distinguish. This file is run before each file of tests, and makes instances of the context's classes of it.

/** Converts what was cloned to the classes of this context, as far as records use them. */
function inThisRealm(value: unknown): unknown {
  if (ArrayBuffer.isView(value) || Object.prototype.toString.call(value).endsWith('Array]')) {
    const { name } = (value as object).constructor;
    const Here = (globalThis as unknown as Record<string, { from(of: unknown): unknown }>)[name]!;
    return Array.isArray(value) ? value.map(inThisRealm) : Here.from(value);
  }
  if (Object.prototype.toString.call(value) !== '[object Object]') return value;
  return Object.fromEntries(
    Object.entries(value as object).map(([name, inner]) => [name, inThisRealm(inner)]),
  );
}
const nativeClone = globalThis.structuredClone;
globalThis.structuredClone = ((...given: Parameters<typeof nativeClone>) =>
  inThisRealm(nativeClone(...given))) as typeof structuredClone;

/** Node's functions that return a promise. Here they return this context's: Dexie takes the class from `digest`. */
const subtle = new Proxy(webcrypto.subtle, {
  get:
    (all, name: keyof SubtleCrypto) =>
    async (...given: never[]) =>
      (all[name] as (...args: never[]) => Promise<unknown>)(...given),
});
Object.defineProperty(globalThis, 'crypto', {
  configurable: true,
  value: {
    subtle,
    randomUUID: () => webcrypto.randomUUID(),
    getRandomValues: (into: Uint8Array) => webcrypto.getRandomValues(into),
  },
});
