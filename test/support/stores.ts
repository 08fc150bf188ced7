import { openStore, type Store, type Transport } from '@/lib/store/index.ts';

/** Connects the stores of one test, as a BroadcastChannel does: a store does not receive its own messages. */
function bus(): () => Transport {
  const all = new Set<{ owner: object; listener: (message: unknown) => void }>();
  return () => {
    const owner = {};
    return {
      post: (message) => {
        for (const one of [...all]) if (one.owner !== owner) one.listener(structuredClone(message));
      },
      listen: (listener) => {
        const entry = { owner, listener };
        all.add(entry);
        return () => all.delete(entry);
      },
    };
  };
}

/** A clock that advances by a minute with each call. */
function clock(from = '2025-03-04T01:30:00.000Z'): () => Date {
  let now = Date.parse(from);
  return () => {
    now += 60_000;
    return new Date(now);
  };
}

/** Opens several stores on one new database, as several pages of the extension would. They share one clock. */
export function contexts(count: number, name = `pizhu-test-${crypto.randomUUID()}`, now = clock()): Store[] {
  const join = bus();
  return Array.from({ length: count }, () => openStore({ name, transport: join(), now }));
}
