import { ask } from '../../messages/fromOwn.ts';

/** Stops the page of a tab from forbidding selecting and copying, until the page is loaded again. */
export const liftRestrictions = (tabId: number): Promise<unknown> => ask('tab.liftRestrictions', { tabId });
