import { ask } from '../../messages/fromOwn.ts';

// A failed notification does no harm, because pages fetch their marks again at their next load.

/** Tells the pages that show these articles to fetch their marks again. */
export const notifyPages = (...articleIds: string[]) =>
  ask('collection.changed', { articleIds }).catch(() => {});

/** Tells the pages that show an article to update only these marks. */
export const notifyPagesOfMarks = (articleId: string, ...annotationIds: string[]) =>
  ask('collection.marksChanged', { articleId, annotationIds }).catch(() => {});
