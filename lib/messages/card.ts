import { Annotation, AnnotationPatch } from '../annotation/schema.ts';
import { z } from '../zod.ts';
import { ErrorCode, MarkState } from './schema.ts';

/**
 * What has the focus when the card opens: a field, or the card itself, so that the arrow keys lead to the next mark.
 */
export const CardFocus = z.nullable(z.enum(['note', 'tag']));
export type CardFocus = z.infer<typeof CardFocus>;

/** What the page sends to the card of a mark. */
export const ToCard = z.union([
  z.object({
    type: z.literal('open'),
    annotation: Annotation,
    state: MarkState,
    tags: z.array(z.string()),
    /** The meanings that the person gave colours, by the id of the colour. */
    meanings: z.record(z.string(), z.string()),
    /** Whether the mark touches another, with which it can be joined. */
    canJoin: z.boolean(),
    focus: CardFocus,
  }),
  /** The mark after a request of the card; null where the mark was deleted. */
  z.object({
    type: z.literal('done'),
    annotation: z.nullable(Annotation),
    state: MarkState,
    canJoin: z.boolean(),
  }),
  z.object({ type: z.literal('failed'), code: ErrorCode }),
  /** A click asked to delete while the page hides the card. The card then asks again in a window of its own. */
  z.object({ type: z.literal('hidden') }),
]);
export type ToCard = z.infer<typeof ToCard>;

/** Requests of the card about its mark. */
export const CardRequest = z.union([
  z.object({ type: z.literal('edit'), patch: AnnotationPatch }),
  z.object({ type: z.literal(['remove', 'restore', 'confirm', 'join']) }),
  /** Moves an end of the mark by one character, forward or back. */
  z.object({ type: z.literal('stretch'), end: z.enum(['start', 'end']), by: z.literal([1, -1]) }),
]);
export type CardRequest = z.infer<typeof CardRequest>;

/** What the card sends to the page. */
export const FromCard = z.union([
  /** `byPointer`: the request comes from a click, which counts only where the card was visible and had not just moved. */
  z.object({ type: z.literal('request'), request: CardRequest, byPointer: z.boolean() }),
  z.object({ type: z.literal('close') }),
  z.object({ type: z.literal('step'), by: z.literal([1, -1]) }),
  /** The card's height, in CSS pixels. */
  z.object({ type: z.literal('size'), height: z.number() }),
]);
export type FromCard = z.infer<typeof FromCard>;
