/** An event as if a person had caused it. */
export function trusted<E extends Event>(event: E): E {
  const internals = Object.getOwnPropertySymbols(event).find(({ description }) => description === 'impl');
  const impl = internals && (event as never as Record<symbol, { isTrusted: boolean }>)[internals];
  if (!impl) throw new Error('Only for jsdom.');
  // The property itself cannot be redefined; dispatching sets it to false again.
  Object.defineProperty(impl, 'isTrusted', { get: () => true, set: () => {} });
  return event;
}
