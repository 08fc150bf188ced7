import { locateQuote, quoteOf } from '../annotation/describe.ts';
import { TextQuoteSelector } from '../annotation/schema.ts';
import * as corrections from '../tasks/corrections/corrections.ts';
import type { Span, TaskList } from '../tasks/schema.ts';
import { z } from '../zod.ts';

const correction = { id: z.string().check(z.minLength(1)), at: TextQuoteSelector, created: z.iso.datetime() };

/**
 * A person's correction of the task lists, stored separately from what was found, so that both remain. A task is
 * identified by its words with their context and not by offsets, so that the correction also applies to later versions
 * of the text.
 */
export const TaskCorrection = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('remove'), ...correction }),
  z.object({ kind: z.literal('respan'), ...correction, to: TextQuoteSelector }),
  z.object({ kind: z.literal('add'), ...correction }),
]);
export type TaskCorrection = z.infer<typeof TaskCorrection>;

/** Applies corrections by `applyCorrections` of lib/tasks, finding their words by the W3C selector. */
export const applyCorrections = (
  lists: TaskList[],
  made: TaskCorrection[],
  text: string,
  publishedAt: string | null,
): corrections.Corrected =>
  corrections.applyCorrections(lists, made, text, publishedAt, (quote) => locateQuote(quote, text));

/** Adds the removal of a task to corrections. */
export const removeTask = (
  made: TaskCorrection[],
  task: corrections.CorrectedTask,
  text: string,
  now = new Date(),
): TaskCorrection[] => corrections.removeTask(made, task, (span) => quoteOf(text, span), now);

/** Adds a task's new place in the text to corrections. */
export const respanTask = (
  made: TaskCorrection[],
  task: corrections.CorrectedTask,
  span: Span,
  text: string,
  now = new Date(),
): TaskCorrection[] => corrections.respanTask(made, task, span, (at) => quoteOf(text, at), now);

/**
 * Makes the correction that adds a stretch of an article's text as a task; null where another task already has some of
 * its words.
 */
export function taskAt(
  saved: {
    taskLists: TaskList[];
    taskCorrections: TaskCorrection[];
    article: { publishedAt: string | null };
  },
  text: string,
  span: Span,
): TaskCorrection | null {
  const { lists } = applyCorrections(saved.taskLists, saved.taskCorrections, text, saved.article.publishedAt);
  if (corrections.taskOver(lists, span, null)) return null;
  return addTask([], span, text)[0] ?? null;
}

/** Adds a task that was not found to corrections. */
export const addTask = (
  made: TaskCorrection[],
  span: Span,
  text: string,
  now = new Date(),
): TaskCorrection[] => corrections.addTask(made, quoteOf(text, span), now);
