import { vi } from 'vitest';

// By default, `vi.waitFor` gives up after a second, which is too short on a busy machine. It also checks so seldom
// that a test waits longer for the next check than for the state itself.

const waitFor = vi.waitFor;
vi.waitFor = (ask, options = {}) =>
  waitFor(ask, {
    timeout: 30_000,
    interval: 10,
    ...(typeof options === 'number' ? { timeout: options } : options),
  });
