/**
 * Where the tasks of a list come from: the text of the `document`, or a `person` who added tasks that the extension did
 * not find.
 */
type FormOrigin = 'document' | 'person';

/**
 * The forms of task lists. `by` chooses the heading of a list without a speaker: the message `tasksBy_document` or
 * `tasksBy_person` in the interface. `heading` is the heading in copied lists, which is Chinese like the tasks.
 */
export const TASK_FORMS = {
  /** Items with markers that count them: 一要…二要…, 一是…二是… */
  ordinal: { by: 'document', heading: '文件部署' },
  /** Orders without markers, one after another: 要…。要…。 */
  parallel: { by: 'document', heading: '文件部署' },
  /** Items that each have a heading and paragraphs, mostly with a marker such as 一、 or （一）. */
  heading: { by: 'document', heading: '文件部署' },
  /** Items with markers such as 1., ① or （1）, or lines without markers below an announcement (要求如下：). */
  numbered: { by: 'document', heading: '文件部署' },
  /** Rows of a table that assigns work: 责任分工表. */
  table: { by: 'document', heading: '文件部署' },
  /** Tasks that a person has added. */
  corrected: { by: 'person', heading: '补充的任务' },
} as const satisfies Record<string, { by: FormOrigin; heading: string }>;

/** The names of the forms, in the order of `TASK_FORMS`. */
export const TASK_FORM_IDS = Object.keys(TASK_FORMS) as (keyof typeof TASK_FORMS)[];
