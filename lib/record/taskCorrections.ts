import { locateQuote, quoteOf } from '../annotation/describe.ts';
import { TextQuoteSelector } from '../annotation/schema.ts';
import * as corrections from '../tasks/corrections/corrections.ts';
import * as edits from '../tasks/corrections/edits.ts';
import { type Span, TaskDetails, type TaskList } from '../tasks/schema.ts';
import { z } from '../zod.ts';

const correction = { id: z.string().check(z.minLength(1)), at: TextQuoteSelector, created: z.iso.datetime() };

/**
 * A person's correction of an article's task lists. It is stored apart from the tasks that were found, so that both
 * remain. Identifies a task by its words and the words around it, not by offsets, so that the correction also fits
 * later versions of the text.
 */
export const TaskCorrection = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('remove'), ...correction }),
  z.object({ kind: z.literal('respan'), ...correction, to: TextQuoteSelector }),
  z.object({ kind: z.literal('add'), ...correction }),
  /** Other details of a task, whether it was found or added. A detail that is absent stays as it was read. */
  z.object({ kind: z.literal('detail'), ...correction, values: z.partial(TaskDetails) }),
]);
export type TaskCorrection = z.infer<typeof TaskCorrection>;

/** Applies a person's corrections to task lists. Finds the corrected words in the text by their W3C selector. */
export const applyCorrections = (
  lists: TaskList[],
  made: TaskCorrection[],
  text: string,
  publishedAt: string | null,
): corrections.Corrected =>
  corrections.applyCorrections(lists, made, text, publishedAt, (quote) => locateQuote(quote, text));

/** Adds the correction that removes a task. */
export const removeTask = (
  made: TaskCorrection[],
  task: corrections.CorrectedTask,
  text: string,
  now = new Date(),
): TaskCorrection[] => edits.removeTask(made, task, (span) => quoteOf(text, span), now);

/** Adds the correction that gives a task a new place in the text. */
export const respanTask = (
  made: TaskCorrection[],
  task: corrections.CorrectedTask,
  span: Span,
  text: string,
  now = new Date(),
): TaskCorrection[] => edits.respanTask(made, task, span, (at) => quoteOf(text, at), now);

/** Replaces the corrections of a task's details, so that it has the `wanted` ones. Its other details stay. */
export const correctDetails = (
  made: TaskCorrection[],
  task: corrections.CorrectedTask,
  wanted: Partial<TaskDetails>,
  text: string,
  now = new Date(),
): TaskCorrection[] => edits.correctDetails(made, task, wanted, (at) => quoteOf(text, at), now);

/** Adds the correction that makes these words a task, where no task was found. */
export const addTask = (
  made: TaskCorrection[],
  span: Span,
  text: string,
  now = new Date(),
): TaskCorrection[] => edits.addTask(made, quoteOf(text, span), now);
