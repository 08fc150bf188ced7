import { askBackground } from '../../messages/panel.ts';

/** Tells pages that show these articles that something changed. Where it fails, they catch up at their next load. */
export const tellPages = (...articleIds: string[]) =>
  askBackground('collection.changed', { articleIds }).catch(() => {});
