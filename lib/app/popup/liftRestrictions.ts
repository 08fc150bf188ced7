import { ask } from '../../messages/fromOwn.ts';

/** Keeps the page of a tab from forbidding to select and to copy, until it is loaded anew. */
export const liftRestrictions = (tabId: number): Promise<unknown> => ask('tab.liftRestrictions', { tabId });
