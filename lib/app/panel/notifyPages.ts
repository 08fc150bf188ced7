import { ask } from '../../messages/fromOwn.ts';

// Where telling fails, pages catch up at their next load.

/** Tells pages that show these articles that these were changed as a whole. */
export const notifyPages = (...articleIds: string[]) =>
  ask('collection.changed', { articleIds }).catch(() => {});

/** Tells pages that show an article of some of its marks, and of nothing else. */
export const notifyPagesOfMarks = (articleId: string, ...annotationIds: string[]) =>
  ask('collection.marksChanged', { articleId, annotationIds }).catch(() => {});
