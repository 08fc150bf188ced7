import { ask } from '../../messages/fromOwn.ts';

/** Tells pages that show these articles that something changed. Where it fails, they catch up at their next load. */
export const tellPages = (...articleIds: string[]) =>
  ask('collection.changed', { articleIds }).catch(() => {});
