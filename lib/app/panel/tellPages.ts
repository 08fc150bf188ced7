import { ask } from '../../messages/fromOwn.ts';

/**
 * Tells the pages that show these articles that something changed. Failures are ignored: the pages are up to date at
 * their next load.
 */
export const tellPages = (...articleIds: string[]) =>
  ask('collection.changed', { articleIds }).catch(() => {});
