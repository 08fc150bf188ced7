import { ItemRef } from '../record/change.ts';
import { z } from '../zod.ts';
import { message } from './message.ts';
import { Nothing } from './schema.ts';

/** What a panel reports about the collection. */
export const collectionMessages = {
  /** These marks of an article were changed, and nothing else: pages that show it are told of them alone. */
  'collection.marksChanged': message({
    request: z.object({ articleId: z.uuid(), annotationIds: z.array(z.uuid()) }),
    answer: Nothing,
  }),
  /** These articles were changed as a whole: pages that show them fetch their marks anew. */
  'collection.changed': message({ request: z.object({ articleIds: z.array(z.uuid()) }), answer: Nothing }),
  /**
   * Keep a note for a view that is closing: what that view writes itself may be broken off. The change is the one that
   * the view has begun, under the same id.
   */
  'collection.keepNote': message({
    request: z.object({ on: ItemRef, note: z.string(), from: z.string(), step: z.uuid() }),
    answer: Nothing,
  }),
} as const;
