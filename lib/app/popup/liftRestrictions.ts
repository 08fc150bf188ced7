import { ask } from '../../messages/fromOwn.ts';

/** Lets the person select and copy on the page of a tab that forbids this, until the page is loaded again. */
export const liftRestrictions = (tabId: number): Promise<unknown> => ask('tab.liftRestrictions', { tabId });
