import { ItemRef } from '../record/change.ts';
import { z } from '../zod.ts';
import { message } from './message.ts';
import { Nothing } from './schema.ts';

/** Reports about changes of saved articles and marks, from the extension's own pages to the background. */
export const collectionMessages = {
  /** Reports that only these marks of an article have changed, so that web pages update only these. */
  'collection.marksChanged': message({
    request: z.object({ articleId: z.uuid(), annotationIds: z.array(z.uuid()) }),
    answer: Nothing,
  }),
  /** Reports that these articles have changed. Web pages that show them then fetch their marks again. */
  'collection.changed': message({ request: z.object({ articleIds: z.array(z.uuid()) }), answer: Nothing }),
  /**
   * Saves a note for a page of the extension that is closing and may end before it has saved the note itself. `step`:
   * the id of the change, by which the note is saved only once.
   */
  'collection.keepNote': message({
    request: z.object({ on: ItemRef, note: z.string(), from: z.string(), step: z.uuid() }),
    answer: Nothing,
  }),
} as const;
