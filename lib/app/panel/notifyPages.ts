import { ask } from '../../messages/fromOwn.ts';

// In both functions, a failure does no harm: pages fetch their marks again when they are next loaded.

/** Tells the pages that show these articles to fetch their marks again. */
export const notifyPages = (...articleIds: string[]) =>
  ask('collection.changed', { articleIds }).catch(() => {});

/** Tells the pages that show an article to update only these marks. */
export const notifyPagesOfMarks = (articleId: string, ...annotationIds: string[]) =>
  ask('collection.marksChanged', { articleId, annotationIds }).catch(() => {});
