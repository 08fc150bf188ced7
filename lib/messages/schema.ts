import { TextQuoteSelector } from '../annotation/schema.ts';
import { z } from '../zod.ts';

// Schemas that several files of messages use.

/** The codes of errors. The localised message `error_CODE` describes each for the user. */
export const ErrorCode = z.enum([
  'restricted',
  'pdf',
  'noPermission',
  'switchedOff',
  'notFound',
  'notLoaded',
  'noPage',
  'pageNotFound',
  'siteRefused',
  'siteFailed',
  'notHtml',
  'notArticle',
  'notArticleButLinks',
  'storage',
  'newer',
  'unreadable',
  'unopened',
  'blocked',
  'private',
  'unexpected',
]);
export type ErrorCode = z.infer<typeof ErrorCode>;

/**
 * The actions on a selection. `task` makes a mark with the tag 任务 (task); `cite` copies the words with their source.
 */
export const MarkAction = z.enum(['highlight', 'note', 'tag', 'task', 'cite']);
export type MarkAction = z.infer<typeof MarkAction>;

/**
 * The state of a mark on its page. `found`: its place is certain. `moved`: its place was guessed. `missing`: no place
 * was found.
 */
export const MarkState = z.enum(['found', 'moved', 'missing']);
export type MarkState = z.infer<typeof MarkState>;
/** The states of marks, by their ids. */
export const MarkStates = z.record(z.string(), MarkState);

/** What to show on a page: a mark or a quote. Both are null where there is nothing to show. */
export const Pointer = z.object({
  annotationId: z.nullable(z.uuid()),
  quote: z.nullable(TextQuoteSelector),
});
export type Pointer = z.infer<typeof Pointer>;

/**
 * What became of the snapshot of a page: the page as it was when its article was saved.
 * - `off`: the person has not switched snapshots on.
 * - `kept`: the file was stored.
 * - `tooLarge`: the file is larger than the limit.
 * - `noRoom`: the file could not be written.
 * - `otherPage`: the tab had gone to another page.
 * - `refused`: the browser gave no file.
 * - `slow`: the page did not answer in time.
 */
export const SnapshotOutcome = z.object({
  outcome: z.enum(['off', 'kept', 'tooLarge', 'noRoom', 'otherPage', 'refused', 'slow']),
  /** The size of the file in bytes; null where there is no file. */
  size: z.nullable(z.int()),
});
export type SnapshotOutcome = z.infer<typeof SnapshotOutcome>;

/** Whether a change can be undone, and whether one can be redone. */
export const UndoState = z.object({ undo: z.boolean(), redo: z.boolean() });
export type UndoState = z.infer<typeof UndoState>;

export const Nothing = z.object({});
export const Found = z.object({ found: z.boolean() });
/** `hidden`: the words are on the page, but the page hides them. */
export const Shown = z.object({ found: z.boolean(), hidden: z.boolean() });

/** Messages that the background makes a page show. The localised message `page_KEY` has the words of each. */
export const Saying = z.enum(['foreignFrame', 'lifted']);
export type Saying = z.infer<typeof Saying>;
export const SelectedQuote = z.object({ quote: z.nullable(TextQuoteSelector) });
