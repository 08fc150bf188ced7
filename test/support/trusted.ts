/** Makes jsdom treat an event as caused by a person. */
export function trusted<E extends Event>(event: E): E {
  const internals = Object.getOwnPropertySymbols(event).find(({ description }) => description === 'impl');
  const impl = internals && (event as never as Record<symbol, { isTrusted: boolean }>)[internals];
  if (!impl) throw new Error('Only for jsdom.');
  // Changes jsdom's internal object, because `isTrusted` itself cannot be redefined. Ignores the false that dispatching
  // sets.
  Object.defineProperty(impl, 'isTrusted', { get: () => true, set: () => {} });
  return event;
}
