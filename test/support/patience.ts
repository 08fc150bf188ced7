import { vi } from 'vitest';

// By default, `vi.waitFor` gives up after a second, which is too short on a busy machine. It also asks so seldom that a
// test waits longer for the next question than for the state.

const waitFor = vi.waitFor;
vi.waitFor = (ask, options = {}) =>
  waitFor(ask, {
    timeout: 30_000,
    interval: 10,
    ...(typeof options === 'number' ? { timeout: options } : options),
  });
