/** The tag of a mark that is a task, in every language of the interface: a tag is the user's data. */
export const TASK_TAG = '任务';
