import { Color } from '../annotation/schema.ts';
import { z } from '../zod.ts';

/**
 * The colour and the description that a person gives to a tag. `id` is the tag itself. A tag with neither has no such
 * row.
 */
export const TagInfo = z.object({ id: z.string(), color: z.nullable(Color), description: z.string() });
export type TagInfo = z.infer<typeof TagInfo>;

/** Colour and description of each tag, by tag. */
export type TagInfos = ReadonlyMap<string, TagInfo>;
