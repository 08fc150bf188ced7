import { webcrypto } from 'node:crypto';

// Each file of unit tests runs in a context of its own within a process, because that is faster than a process for
// each file. Such a context has classes of its own, such as Array. But Node's functions return instances of Node's
// classes; a browser has no such difference. This file runs before each file of tests, and converts what these
// functions return to the context's classes.

/** Converts a cloned value to the classes of this context. Handles only the classes that records use. */
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

/**
 * Node's functions of `crypto.subtle`, wrapped so that they return promises of this context. Dexie takes its class of
 * promises from `digest`.
 */
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
