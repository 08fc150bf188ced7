import { z } from '../zod.ts';

/** UTF-16 offsets into the article's text: start inclusive, end exclusive. */
export const Span = z.object({ start: z.int().check(z.minimum(0)), end: z.int().check(z.minimum(0)) });
export type Span = z.infer<typeof Span>;

/** Who gives the orders: a person with the title written beside the name, or `会议` with none. */
export const Speaker = z.object({ name: z.string(), title: z.nullable(z.string()) });
export type Speaker = z.infer<typeof Speaker>;

/** A time limit as written, and the day it falls on where that can be worked out. */
export const Deadline = z.object({ text: z.string(), date: z.nullable(z.string()) });
export type Deadline = z.infer<typeof Deadline>;

/** An order: something that somebody is told to do from now on. `text.slice(start, end) === task.text`. */
export const Task = z.object({
  /** 一要, 二是, （三）, 4.; null in a run of 要…。要…。 */
  marker: z.nullable(z.string()),
  text: z.string(),
  start: z.int().check(z.minimum(0)),
  end: z.int().check(z.minimum(0)),
  /** Bodies that must do it, as written. */
  responsible: z.array(z.string()),
  deadlines: z.array(Deadline),
});
export type Task = z.infer<typeof Task>;

/** The shape in which a list is written. */
export const TaskForm = z.enum(['ordinal', 'parallel', 'heading', 'numbered']);
export type TaskForm = z.infer<typeof TaskForm>;

/** Two or more sibling orders of one speaker in one continuous stretch of text. */
export const TaskList = z.object({
  form: TaskForm,
  speaker: z.nullable(Speaker),
  /** 五个方面 → 5: the count that the text announces. */
  announcedCount: z.nullable(z.number()),
  /** The heading above the list. */
  section: z.nullable(z.string()),
  tasks: z.array(Task),
});
export type TaskList = z.infer<typeof TaskList>;
