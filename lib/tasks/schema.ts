import { z } from '../zod.ts';
import { TASK_FORM_IDS } from './forms.ts';

const Offset = z.int().check(z.minimum(0));

/** UTF-16 offsets into the article's text: start inclusive, end exclusive. */
export const Span = z.object({ start: Offset, end: Offset });
export type Span = z.infer<typeof Span>;

/** Words of the article's text with their place: `text.slice(start, end)`. */
export const Passage = z.object({ text: z.string(), start: Offset, end: Offset });
export type Passage = z.infer<typeof Passage>;

/**
 * The speaker of orders: a person with the title written beside the name; or a meeting (always `会议`), an organisation
 * or an office (县长), without a title.
 */
export const Speaker = z.object({ name: z.string(), title: z.nullable(z.string()) });
export type Speaker = z.infer<typeof Speaker>;

/**
 * A deadline as written, with its days where they can be computed (ISO 8601 calendar dates). 2025年底前 (before the end
 * of 2025) ends on 2025-12-31; 2021年至2025年 (2021 to 2025) runs from 2021-01-01 to 2025-12-31. A recurring deadline
 * (每年1月31日前, by 31 January of each year) has its period in `every`. Its `date` is the first such day on or after
 * publication.
 */
export const Deadline = z.object({
  text: z.string(),
  /** The last day of the deadline. */
  date: z.nullable(z.string()),
  /** The first day, where the deadline is a period. */
  from: z._default(z.nullable(z.string()), null),
  every: z._default(z.nullable(z.enum(['year', 'quarter', 'month', 'week'])), null),
});
export type Deadline = z.infer<typeof Deadline>;

/** A number that is to be reached: 85% in 到2025年，地表水优良比例达到85%以上. */
export const QuantityTarget = z.object({
  /** The clause of the target, as written. */
  text: z.string(),
  /** What is measured, as written: 地表水优良比例. */
  quantity: z.nullable(z.string()),
  value: z.number(),
  /** The unit as written: %, 万吨, 个百分点 …; empty for a bare number. */
  unit: z.string(),
  /**
   * How the number limits the quantity: `atLeast` 以上 (or more), 不低于 (not below); `atMost` 以下 (or less), 控制在…内 (keep
   * within …); `increase` 增长 (grow); `decrease` 下降 (fall); `reach` in all other cases.
   */
  direction: z.enum(['atLeast', 'atMost', 'increase', 'decrease', 'reach']),
  /** The year in which the target is to be reached, if the clause or its sentence names one. */
  year: z.nullable(z.int()),
});
export type QuantityTarget = z.infer<typeof QuantityTarget>;

/**
 * How firm an order is, by its words: `must` 必须 (must), 严禁 (strictly forbidden); `should` 要, 应当 (is to, ought to);
 * `may` 鼓励, 可以 (encourage, may); `explore` 研究, 探索, 试点 (study, explore, try out).
 */
export const Firmness = z.enum(['must', 'should', 'may', 'explore']);
export type Firmness = z.infer<typeof Firmness>;

/**
 * An order: something that somebody must do from now on. `text.slice(start, end)` of the article's text is the task's
 * `text`.
 */
export const Task = z.object({
  /** The marker of the task: 一要, 二是, （三）, 4. Null where orders follow each other without markers (要…。要…。). */
  marker: z.nullable(z.string()),
  text: z.string(),
  start: Offset,
  end: Offset,
  /**
   * A short form of the task: its first sentence, if short, or its first clause. Empty where the task is one clause.
   */
  heading: z._default(z.string(), ''),
  /** The measures of the task: its inner items (一是…二是…), or its sentences. Empty where it has only one. */
  measures: z._default(z.array(Passage), []),
  /** The public bodies that have to do the task, as written. */
  responsible: z.array(z.string()),
  /** The public bodies among `responsible` that lead the work (牵头). */
  leads: z._default(z.array(z.string()), []),
  deadlines: z.array(Deadline),
  targets: z._default(z.array(QuantityTarget), []),
  /** How firm the order is. Null where no word shows it, and in tasks saved before this field existed. */
  firmness: z._default(z.nullable(Firmness), null),
});
export type Task = z.infer<typeof Task>;

/** The details of a task that a person can correct. */
export const TaskDetails = z.object({
  /** The public bodies that have to do the task, and those among them that lead the work. */
  bodies: z.object({ responsible: z.array(z.string()), leads: z.array(z.string()) }),
  deadlines: z.array(Deadline),
  /** Who gives the order: the speaker of the task's list. */
  speaker: z.nullable(Speaker),
});
export type TaskDetails = z.infer<typeof TaskDetails>;

/** The form in which a list is written; `corrected` for tasks that a person has added. */
export const TaskForm = z.enum(TASK_FORM_IDS);
export type TaskForm = z.infer<typeof TaskForm>;

/** Two or more sibling orders by one speaker, in one continuous stretch of text. */
export const TaskList = z.object({
  form: TaskForm,
  speaker: z.nullable(Speaker),
  /** The number of items that the text announces: 5 for 五个方面. */
  announcedCount: z.nullable(z.number()),
  /** The heading above the list, with its marker: 二、重点任务. */
  section: z.nullable(z.string()),
  tasks: z.array(Task),
});
export type TaskList = z.infer<typeof TaskList>;

/**
 * A statement of guiding thought, principles or goals (指导思想, 基本原则, 主要目标). It is no task, but is shown beside the tasks.
 */
export const Goal = z.extend(Passage, {
  /** The heading above the statement: 主要目标. */
  section: z.nullable(z.string()),
  targets: z.array(QuantityTarget),
});
export type Goal = z.infer<typeof Goal>;

/** A meeting that the text reports. */
export const Meeting = z.object({
  name: z.string(),
  /** The day as written: 2月2日下午. */
  dateText: z.nullable(z.string()),
  /** The day as an ISO 8601 calendar date; a missing year is reckoned from the day of publication. */
  date: z.nullable(z.string()),
  place: z.nullable(z.string()),
  start: Offset,
  end: Offset,
});
export type Meeting = z.infer<typeof Meeting>;

/** A document that the text names in 《》, and what the text says happened to it. */
export const NamedDocument = z.object({
  title: z.string(),
  /** The kind of document by its title (意见, 通知, 规划, 方案 …). The last such word of the title counts. */
  kind: z.nullable(z.string()),
  /**
   * What happened to the document: `issued` 印发, 发布, 出台 (print, publish, bring out); `passed` 审议通过; `deliberated` 审议,
   * 讨论 (deliberate, discuss); `named` where the text tells nothing of this.
   */
  act: z.enum(['issued', 'passed', 'deliberated', 'named']),
  start: Offset,
  end: Offset,
});
export type NamedDocument = z.infer<typeof NamedDocument>;

/** Everything that we extract from an article's text. Every span points into that text. */
export const TextReading = z.object({
  taskLists: z.array(TaskList),
  goals: z._default(z.array(Goal), []),
  meetings: z._default(z.array(Meeting), []),
  documents: z._default(z.array(NamedDocument), []),
  /** People who attended or spoke, with their titles, in the order of the text. */
  people: z._default(z.array(Speaker), []),
});
export type TextReading = z.infer<typeof TextReading>;
