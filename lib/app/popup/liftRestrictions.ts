import { ask } from '../../messages/fromOwn.ts';

/** Stops the page of a tab from forbidding selecting and copying, until it is loaded anew. */
export const liftRestrictions = (tabId: number): Promise<unknown> => ask('tab.liftRestrictions', { tabId });
