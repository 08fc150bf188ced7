import { z } from '../zod.ts';
import { message } from './message.ts';
import { Nothing } from './schema.ts';

/** What a panel reports about the collection. */
export const collectionMessages = {
  /** These articles or their marks were changed: pages that show them fetch their marks anew. */
  'collection.changed': message({ request: z.object({ articleIds: z.array(z.uuid()) }), answer: Nothing }),
} as const;
