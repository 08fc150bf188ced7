import { locateQuote, quoteOf } from '../annotation/describe.ts';
import { TextQuoteSelector } from '../annotation/schema.ts';
import * as corrections from '../tasks/corrections/corrections.ts';
import type { Span, TaskList } from '../tasks/schema.ts';
import { z } from '../zod.ts';

const correction = { id: z.string().check(z.minLength(1)), at: TextQuoteSelector, created: z.iso.datetime() };

/**
 * What a person has corrected in the task lists, kept apart from what was found, so that both remain. A task is named
 * by its words with their context and not by offsets: a correction holds for later versions of the text too.
 */
export const TaskCorrection = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('remove'), ...correction }),
  z.object({ kind: z.literal('respan'), ...correction, to: TextQuoteSelector }),
  z.object({ kind: z.literal('add'), ...correction }),
]);
export type TaskCorrection = z.infer<typeof TaskCorrection>;

/** `applyCorrections` of lib/tasks, which finds the words of a correction by their W3C selector. */
export const applyCorrections = (
  lists: TaskList[],
  made: TaskCorrection[],
  text: string,
  publishedAt: string | null,
): corrections.Corrected =>
  corrections.applyCorrections(lists, made, text, publishedAt, (quote) => locateQuote(quote, text));

/** Corrections with this task removed. */
export const removeTask = (
  made: TaskCorrection[],
  task: corrections.CorrectedTask,
  text: string,
  now = new Date(),
): TaskCorrection[] => corrections.removeTask(made, task, (span) => quoteOf(text, span), now);

/** Corrections with this task at another place of the text. */
export const respanTask = (
  made: TaskCorrection[],
  task: corrections.CorrectedTask,
  span: Span,
  text: string,
  now = new Date(),
): TaskCorrection[] => corrections.respanTask(made, task, span, (at) => quoteOf(text, at), now);

/** Corrections with a task that was not found. */
export const addTask = (
  made: TaskCorrection[],
  span: Span,
  text: string,
  now = new Date(),
): TaskCorrection[] => corrections.addTask(made, quoteOf(text, span), now);
