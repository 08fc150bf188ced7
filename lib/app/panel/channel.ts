import type { ask } from '../../messages/fromOwn.ts';

/** How a view asks the background: the real function, or a fake one in a test. */
export type Ask = typeof ask;
