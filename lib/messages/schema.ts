import { TextQuoteSelector } from '../annotation/schema.ts';
import { z } from '../zod.ts';

// Schemas that messages of several subjects share.

/** Why something could not be done. Each code has its sentence in `_locales` as `error_CODE`. */
export const ErrorCode = z.enum([
  'restricted',
  'pdf',
  'noPermission',
  'notFound',
  'storage',
  'newer',
  'unreadable',
  'unopened',
  'blocked',
  'private',
  'unexpected',
]);
export type ErrorCode = z.infer<typeof ErrorCode>;

/** What can be made of a selection. `task`: a mark with the tag 任务; `cite`: the words with their source, copied. */
export const MarkAction = z.enum(['highlight', 'note', 'tag', 'task', 'cite']);
export type MarkAction = z.infer<typeof MarkAction>;

/** How a mark stands on its page: at its words, at similar words, or nowhere. */
export const MarkState = z.enum(['found', 'moved', 'missing']);
export type MarkState = z.infer<typeof MarkState>;
/** The state of each mark by its id. */
export const MarkStates = z.record(z.string(), MarkState);

/** Words to be shown: those of a mark, or a quote of the page. */
export const Pointer = z.object({
  annotationId: z.nullable(z.uuid()),
  quote: z.nullable(TextQuoteSelector),
});
export type Pointer = z.infer<typeof Pointer>;

/** Whether something can be undone, or redone. */
export const CanGo = z.object({ undo: z.boolean(), redo: z.boolean() });
export type CanGo = z.infer<typeof CanGo>;

export const Nothing = z.object({});
export const Found = z.object({ found: z.boolean() });
/** `hidden`: the words are on the page, but the page hides them. */
export const Shown = z.object({ found: z.boolean(), hidden: z.boolean() });

/** What a page says to the person of its own accord. Each has its sentence in `_locales` as `page_KEY`. */
export const Saying = z.enum(['foreignFrame', 'lifted']);
export type Saying = z.infer<typeof Saying>;
export const SelectedQuote = z.object({ quote: z.nullable(TextQuoteSelector) });
