import { TextQuoteSelector } from '../annotation/schema.ts';
import { z } from '../zod.ts';

// Schemas that messages of several subjects share.

/** Why something could not be done. Each code has its sentence in `_locales` as `error_CODE`. */
export const ErrorCode = z.enum([
  'restricted',
  'pdf',
  'noPermission',
  'switchedOff',
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

/** The actions on a selection. `task` makes a mark with the tag 任务; `cite` copies the words with their source. */
export const MarkAction = z.enum(['highlight', 'note', 'tag', 'task', 'cite']);
export type MarkAction = z.infer<typeof MarkAction>;

/** Whether a mark was found on its page: at its own words, at similar words, or not at all. */
export const MarkState = z.enum(['found', 'moved', 'missing']);
export type MarkState = z.infer<typeof MarkState>;
/** The state of each mark by its id. */
export const MarkStates = z.record(z.string(), MarkState);

/** A place to show on a page: that of a mark, or of a quote. */
export const Pointer = z.object({
  annotationId: z.nullable(z.uuid()),
  quote: z.nullable(TextQuoteSelector),
});
export type Pointer = z.infer<typeof Pointer>;

/** Whether something can be undone, or redone. */
export const UndoState = z.object({ undo: z.boolean(), redo: z.boolean() });
export type UndoState = z.infer<typeof UndoState>;

export const Nothing = z.object({});
export const Found = z.object({ found: z.boolean() });
/** `hidden`: the words are on the page, but the page hides them. */
export const Shown = z.object({ found: z.boolean(), hidden: z.boolean() });

/** Sentences that the extension shows on a page without being asked. Each is in `_locales` as `page_KEY`. */
export const Saying = z.enum(['foreignFrame', 'lifted']);
export type Saying = z.infer<typeof Saying>;
export const SelectedQuote = z.object({ quote: z.nullable(TextQuoteSelector) });
