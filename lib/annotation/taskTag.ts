/**
 * The tag of a mark that is a task (任务). The tag is the user's data, so it is the same in every language of the
 * interface.
 */
export const TASK_TAG = '任务';
