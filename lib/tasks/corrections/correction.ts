import type { TaskDetails } from '../schema.ts';

/** Words of a text with the words around them, by which they are found again. The form is W3C's TextQuoteSelector. */
export type Quote = { type: 'TextQuoteSelector'; exact: string; prefix: string; suffix: string };

/**
 * A person's correction: a task removed, moved to other words, added, or with other details. `created` is ISO 8601.
 * `id` distinguishes corrections of the same words.
 */
export type TaskCorrection = { id: string; created: string } & (
  | { kind: 'remove' | 'add'; at: Quote }
  | { kind: 'respan'; at: Quote; to: Quote }
  | { kind: 'detail'; at: Quote; values: Partial<TaskDetails> }
);

/** A correction of a task's details. */
export type DetailCorrection = TaskCorrection & { kind: 'detail' };
