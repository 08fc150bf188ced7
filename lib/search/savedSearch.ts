import { z } from '../zod.ts';
import { FILTER_IDS, type Filtering } from './filters.ts';
import { GROUP_IDS, type GroupId } from './groups.ts';
import { ORDER_IDS, type OrderId } from './orders.ts';

/**
 * What a person has asked the list to show: words, filters, order. Without words, the order by relevance is the order
 * of saving.
 */
export const Asked = z.object({
  words: z.string(),
  filtering: z.partialRecord(z.enum(FILTER_IDS), z.string()),
  order: z.enum(ORDER_IDS),
  group: z._default(z.enum(GROUP_IDS), 'none'),
});
export type Asked = { words: string; filtering: Filtering; order: OrderId; group: GroupId };

/** A search that a person has saved under a name. */
export const SavedSearch = z.object({ name: z.string(), asked: Asked });
export type SavedSearch = z.infer<typeof SavedSearch>;
