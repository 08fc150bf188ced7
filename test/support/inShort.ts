import { readText, type TaskContext } from '../../lib/tasks/index.ts';

const context: TaskContext = { title: '', issuer: null, publishedAt: '2025-03-06T10:00:00+08:00' };
/** Reads a text as if it was published on 6 March 2025. */
export const read = (text: string, own: Partial<TaskContext> = {}) => readText(text, { ...context, ...own });

/** The task lists of a text in a short form: speaker, announced count, and the marker and first words of each task. */
export const inShort = (text: string, own: Partial<TaskContext> = {}) =>
  read(text, own).taskLists.map(({ form, speaker, announcedCount, section, tasks }) => ({
    form,
    by: speaker?.name ?? null,
    ...(announcedCount === null ? {} : { announced: announcedCount }),
    ...(section === null ? {} : { section }),
    tasks: tasks.map((task) => `${task.marker ?? ''}|${task.text.slice(0, 8)}`),
  }));
