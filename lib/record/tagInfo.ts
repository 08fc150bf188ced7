import { Color } from '../annotation/schema.ts';
import { z } from '../zod.ts';

/** What a person says of a tag. `id` is the tag itself; a tag of which nothing is said has none. */
export const TagInfo = z.object({ id: z.string(), color: z.nullable(Color), description: z.string() });
export type TagInfo = z.infer<typeof TagInfo>;
