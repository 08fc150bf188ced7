import { Annotation, AnnotationPatch } from '../annotation/schema.ts';
import { z } from '../zod.ts';
import { ErrorCode, MarkState } from './schema.ts';

/**
 * What gets the focus when the card of a mark opens. Null for the card itself, where arrow keys go to the next mark.
 */
export const CardFocus = z.nullable(z.enum(['note', 'tag']));
export type CardFocus = z.infer<typeof CardFocus>;

/** Messages from a page to the card of a mark, which is a small box on the page, in a frame of the extension. */
export const ToCard = z.union([
  z.object({
    type: z.literal('open'),
    annotation: Annotation,
    state: MarkState,
    tags: z.array(z.string()),
    /** What each colour means to the person, by the id of the colour. */
    meanings: z.record(z.string(), z.string()),
    /** Whether another mark touches this one, so that both can be joined. */
    canJoin: z.boolean(),
    focus: CardFocus,
    /** Whether the collection can only be read. Absent where it can be changed. */
    readOnly: z.optional(z.boolean()),
  }),
  /** The mark after a request of the card; null where the mark was deleted. */
  z.object({
    type: z.literal('done'),
    annotation: z.nullable(Annotation),
    state: MarkState,
    canJoin: z.boolean(),
  }),
  z.object({ type: z.literal('failed'), code: ErrorCode }),
  /**
   * Answers a click that asked to delete the mark while the page covered the card. The card then asks again in a window
   * of its own.
   */
  z.object({ type: z.literal('hidden') }),
]);
export type ToCard = z.infer<typeof ToCard>;

/** What the card asks the page to do with its mark. */
export const CardRequest = z.union([
  z.object({ type: z.literal('edit'), patch: AnnotationPatch }),
  z.object({ type: z.literal(['remove', 'restore', 'confirm', 'join']) }),
  /** Moves one end of the mark by one character, forward or back. */
  z.object({ type: z.literal('stretch'), end: z.enum(['start', 'end']), by: z.literal([1, -1]) }),
]);
export type CardRequest = z.infer<typeof CardRequest>;

/** Messages from the card of a mark to its page. */
export const FromCard = z.union([
  /**
   * `byPointer`: the request comes from a click. A click only counts if the card was visible and had not just moved.
   */
  z.object({ type: z.literal('request'), request: CardRequest, byPointer: z.boolean() }),
  z.object({ type: z.literal('close') }),
  z.object({ type: z.literal('step'), by: z.literal([1, -1]) }),
  /** The height of the card's content, in CSS pixels. */
  z.object({ type: z.literal('size'), height: z.number() }),
]);
export type FromCard = z.infer<typeof FromCard>;
