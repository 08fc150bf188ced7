/** Where a list of this form comes from: the `document`, or a `person` who added it. */
type FormOrigin = 'document' | 'person';

/**
 * The forms of task lists. `by` decides the heading of a list without a speaker: `tasksBy_BY` in the interface.
 * `heading` is the heading in copied lists, which are in Chinese like the tasks.
 */
export const TASK_FORMS = {
  /** 一要…二要…, 一是…二是… */
  ordinal: { by: 'document', heading: '文件部署' },
  /** 要…。要…。 */
  parallel: { by: 'document', heading: '文件部署' },
  /** （一）, each item a heading with its paragraphs. */
  heading: { by: 'document', heading: '文件部署' },
  /** 1. 2. 3. */
  numbered: { by: 'document', heading: '文件部署' },
  /** Rows of a table that assigns work: 责任分工表. */
  table: { by: 'document', heading: '文件部署' },
  corrected: { by: 'person', heading: '补充的任务' },
} as const satisfies Record<string, { by: FormOrigin; heading: string }>;

/** The names of the forms, in the order of the table. */
export const TASK_FORM_IDS = Object.keys(TASK_FORMS) as (keyof typeof TASK_FORMS)[];
