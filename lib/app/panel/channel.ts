import type { ask } from '../../messages/fromOwn.ts';

/** How a view model asks the background: the real channel, or a fake one in a test. */
export type Ask = typeof ask;
