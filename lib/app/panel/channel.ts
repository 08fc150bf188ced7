import type { askBackground } from '../../messages/panel.ts';

/** How a view model asks the background: the real channel, or a fake one in a test. */
export type Ask = typeof askBackground;
