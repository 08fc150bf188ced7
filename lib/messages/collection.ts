import { ItemRef } from '../record/change.ts';
import { z } from '../zod.ts';
import { message } from './message.ts';
import { Nothing } from './schema.ts';

/** Reports of the extension's views about changes of the collection. */
export const collectionMessages = {
  /** Reports that only these marks of an article were changed, so that pages update only these. */
  'collection.marksChanged': message({
    request: z.object({ articleId: z.uuid(), annotationIds: z.array(z.uuid()) }),
    answer: Nothing,
  }),
  /** Reports that these articles were changed, so that pages that show them fetch their marks again. */
  'collection.changed': message({ request: z.object({ articleIds: z.array(z.uuid()) }), answer: Nothing }),
  /**
   * Writes a note for a view that is closing and may end before its own write is done. `step` is the id of the view's
   * own write, so that the note is written once.
   */
  'collection.keepNote': message({
    request: z.object({ on: ItemRef, note: z.string(), from: z.string(), step: z.uuid() }),
    answer: Nothing,
  }),
} as const;
