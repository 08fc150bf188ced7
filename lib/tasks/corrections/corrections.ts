import { taskReader } from '../index.ts';
import type { Span, Task, TaskList } from '../schema.ts';

/** Words of a text with what stands around them, as W3C's TextQuoteSelector. */
export type Quote = { type: 'TextQuoteSelector'; exact: string; prefix: string; suffix: string };

/**
 * What a person has corrected: a task removed, set to other words, or added. `created` is ISO 8601; `id` is made with
 * the correction, and tells it from others of the same words.
 */
export type TaskCorrection = { id: string; created: string } & (
  | { kind: 'remove' | 'add'; at: Quote }
  | { kind: 'respan'; at: Quote; to: Quote }
);

/** A task as it stands after corrections. */
export type CorrectedTask = Task & {
  /** What the reader found in its place; null where a person has added it. */
  found: Task | null;
  /** What was corrected of it; null where nothing was. */
  correction: TaskCorrection | null;
};

/** A list as it stands after corrections, with what was removed from it. */
export type CorrectedList = Omit<TaskList, 'tasks'> & { tasks: CorrectedTask[]; removed: CorrectedTask[] };

export type Corrected = {
  lists: CorrectedList[];
  /** Corrections whose words this text no longer has, or whose task is no longer found in it. */
  unplaced: TaskCorrection[];
};

/** A found task is the one meant where it shares at least this part of the words of both. */
const SAME_TASK = 0.5;

const overlap = (a: Span, b: Span): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

/** How much of both spans is common to both: 0 to 1. */
const likeness = (a: Span, b: Span): number => {
  const common = overlap(a, b);
  return common === 0 ? 0 : common / (a.end - a.start + b.end - b.start - common);
};

const newId = () => crypto.randomUUID();

const isSame = (a: TaskCorrection, b: TaskCorrection | null): boolean => a.id === b?.id;

/** The list in whose stretch a span lies, from the paragraph of its first task to that of its last. */
function listAround(lists: CorrectedList[], span: Span, text: string): CorrectedList | null {
  return (
    lists.find(({ tasks, removed }) => {
      const all = [...tasks, ...removed];
      const from = Math.min(...all.map(({ start }) => start));
      const to = Math.max(...all.map(({ end }) => end));
      const lineStart = text.lastIndexOf('\n', from - 1) + 1;
      const lineEnd = text.indexOf('\n', to);
      return span.start >= lineStart && (lineEnd < 0 || span.end <= lineEnd);
    }) ?? null
  );
}

/**
 * The task lists of a text with a person's corrections. Pure: found lists and corrections stay as they are.
 * A correction is placed by its words, so that it holds for a later version of the text too; one whose words
 * are gone is given back in `unplaced`. What the corrected words hold (deadlines, bodies, targets) is read anew;
 * relative days count from `publishedAt` (ISO 8601). Spans count UTF-16 units of `text`, in which `locate` finds the
 * words of a quote; null where they stand no longer, or at more than one place.
 */
export function applyCorrections(
  lists: TaskList[],
  corrections: TaskCorrection[],
  text: string,
  publishedAt: string | null,
  locate: (quote: Quote) => Span | null,
): Corrected {
  // Folding a text takes time, and most have no correction.
  let reader: ReturnType<typeof taskReader> | undefined;
  const read = (span: Span): Task => {
    reader ??= taskReader(text, publishedAt);
    return reader(span);
  };
  const unplaced: TaskCorrection[] = [];
  const byTask = new Map<Task, { correction: TaskCorrection; span: Span | null }>();
  const added: CorrectedTask[] = [];
  const all = lists.flatMap(({ tasks }) => tasks);
  for (const correction of corrections) {
    const at = locate(correction.at);
    if (at && correction.kind === 'add') {
      added.push({ ...read(at), found: null, correction });
      continue;
    }
    const [meant] = at
      ? all
          .filter((task) => likeness(task, at) >= SAME_TASK)
          .sort((a, b) => likeness(b, at) - likeness(a, at))
      : [];
    const span = correction.kind === 'respan' ? locate(correction.to) : null;
    if (!meant || byTask.has(meant) || (correction.kind === 'respan' && !span)) unplaced.push(correction);
    else byTask.set(meant, { correction, span });
  }

  const corrected = lists.map((list): CorrectedList => {
    const tasks: CorrectedTask[] = [];
    const removed: CorrectedTask[] = [];
    for (const found of list.tasks) {
      const { correction = null, span = null } = byTask.get(found) ?? {};
      const task = { ...(span ? { ...read(span), marker: found.marker } : found), found, correction };
      (correction?.kind === 'remove' ? removed : tasks).push(task);
    }
    return { ...list, tasks, removed };
  });
  const own: CorrectedTask[] = [];
  for (const task of added) (listAround(corrected, task, text)?.tasks ?? own).push(task);
  if (own.length)
    corrected.push({
      form: 'corrected',
      speaker: null,
      announcedCount: null,
      section: null,
      tasks: own,
      removed: [],
    });
  for (const { tasks } of corrected) tasks.sort((a, b) => a.start - b.start);
  return { lists: corrected, unplaced };
}

/** The corrected lists in the form in which they are found and exported; one that is empty by now is left out. */
export function plainLists(lists: CorrectedList[]): TaskList[] {
  return lists.flatMap(({ removed: _, tasks, ...list }) =>
    tasks.length
      ? [{ ...list, tasks: tasks.map(({ found: _found, correction: _correction, ...task }) => task) }]
      : [],
  );
}

/** How many tasks there are after corrections. */
export const countTasks = (lists: { tasks: unknown[] }[]): number =>
  lists.reduce((sum, { tasks }) => sum + tasks.length, 0);

/** The task that these words would overlap, or null: two tasks never share words. */
export function taskOver(lists: CorrectedList[], span: Span, except: Span | null): CorrectedTask | null {
  for (const { tasks } of lists)
    for (const task of tasks)
      if (overlap(task, span) > 0 && !(task.start === except?.start && task.end === except.end)) return task;
  return null;
}

/** Corrections with this task as it was found; one that was added is gone. */
export const restoreTask = (corrections: TaskCorrection[], task: CorrectedTask): TaskCorrection[] =>
  corrections.filter((one) => !isSame(one, task.correction));

/** Corrections with this task removed. */
export function removeTask(
  corrections: TaskCorrection[],
  task: CorrectedTask,
  quote: (span: Span) => Quote,
  now: Date,
): TaskCorrection[] {
  const rest = restoreTask(corrections, task);
  if (!task.found) return rest;
  return [...rest, { id: newId(), kind: 'remove', at: quote(task.found), created: now.toISOString() }];
}

/** Corrections with this task at another place of the text. */
export function respanTask(
  corrections: TaskCorrection[],
  task: CorrectedTask,
  span: Span,
  quote: (span: Span) => Quote,
  now: Date,
): TaskCorrection[] {
  const rest = restoreTask(corrections, task);
  const created = now.toISOString();
  const to = quote(span);
  const { found } = task;
  if (!found) return [...rest, { id: newId(), kind: 'add', at: to, created }];
  if (found.start === span.start && found.end === span.end) return rest;
  return [...rest, { id: newId(), kind: 'respan', at: quote(found), to, created }];
}

/** Corrections with a task that was not found. */
export const addTask = (corrections: TaskCorrection[], at: Quote, now: Date): TaskCorrection[] => [
  ...corrections,
  { id: newId(), kind: 'add', at, created: now.toISOString() },
];
