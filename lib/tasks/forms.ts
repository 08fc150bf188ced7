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
  /** Items with （一） that each have a heading and paragraphs. */
  heading: { by: 'document', heading: '文件部署' },
  /** Items with Arabic numerals: 1. 2. 3. */
  numbered: { by: 'document', heading: '文件部署' },
  /** Rows of a table that assigns work: 责任分工表. */
  table: { by: 'document', heading: '文件部署' },
  corrected: { by: 'person', heading: '补充的任务' },
} as const satisfies Record<string, { by: FormOrigin; heading: string }>;

/** The names of the forms, in the order of `TASK_FORMS`. */
export const TASK_FORM_IDS = Object.keys(TASK_FORMS) as (keyof typeof TASK_FORMS)[];
