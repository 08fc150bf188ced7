import { taskReader } from '../index.ts';
import type { Span, Task, TaskList } from '../schema.ts';

/** Words of a text with the words around them, by which they are found again. The form is W3C's TextQuoteSelector. */
export type Quote = { type: 'TextQuoteSelector'; exact: string; prefix: string; suffix: string };

/**
 * A person's correction: a task removed, moved to other words, or added. `created` is ISO 8601. `id` distinguishes
 * corrections of the same words.
 */
export type TaskCorrection = { id: string; created: string } & (
  | { kind: 'remove' | 'add'; at: Quote }
  | { kind: 'respan'; at: Quote; to: Quote }
);

/** A task as it is after a person's corrections. */
export type CorrectedTask = Task & {
  /** The task that the rules found at this place; null where a person has added the task. */
  found: Task | null;
  /** The correction of this task; null where there is none. */
  correction: TaskCorrection | null;
};

/** A list as it is after corrections, with the tasks that a person has removed from it. */
export type CorrectedList = Omit<TaskList, 'tasks'> & { tasks: CorrectedTask[]; removed: CorrectedTask[] };

/** The lists of a text after a person's corrections. */
export type Corrected = {
  lists: CorrectedList[];
  /** Corrections without a place: the text lacks their words, or the rules no longer find their task. */
  unplaced: TaskCorrection[];
};

/** Two spans that overlap at least this much count as the same task. The overlap is a share of their joint length. */
const SAME_TASK = 0.5;

const overlap = (a: Span, b: Span): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

/** Measures how much two spans overlap, as a share of their joint length: 0 to 1. */
const likeness = (a: Span, b: Span): number => {
  const common = overlap(a, b);
  return common === 0 ? 0 : common / (a.end - a.start + b.end - b.start - common);
};

const newId = () => crypto.randomUUID();

const isSame = (a: TaskCorrection, b: TaskCorrection | null): boolean => a.id === b?.id;

/**
 * Finds the list around a span. A list reaches from the paragraph of its first task to the paragraph of its last task.
 */
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

/** A correction, with the span that it gives to its task; the span is null where the correction removes the task. */
type Placed<S extends Span | null> = { correction: TaskCorrection; span: S };

/** Finds the task that a span means: the one that overlaps it most, if the overlap is large enough. */
function taskAt(tasks: Task[], at: Span): Task | null {
  const [meant = null] = tasks
    .filter((task) => likeness(task, at) >= SAME_TASK)
    .sort((a, b) => likeness(b, at) - likeness(a, at));
  return meant;
}

/** Sorts corrections into those of a task, those that add a task, and those whose words or task are gone. */
function placed(
  tasks: Task[],
  corrections: TaskCorrection[],
  locate: (quote: Quote) => Span | null,
): { byTask: Map<Task, Placed<Span | null>>; added: Placed<Span>[]; unplaced: TaskCorrection[] } {
  const byTask = new Map<Task, Placed<Span | null>>();
  const added: Placed<Span>[] = [];
  const unplaced: TaskCorrection[] = [];
  for (const correction of corrections) {
    const at = locate(correction.at);
    if (at && correction.kind === 'add') {
      added.push({ correction, span: at });
      continue;
    }
    const meant = at && taskAt(tasks, at);
    const span = correction.kind === 'respan' ? locate(correction.to) : null;
    if (!meant || byTask.has(meant) || (correction.kind === 'respan' && !span)) unplaced.push(correction);
    else byTask.set(meant, { correction, span });
  }
  return { byTask, added, unplaced };
}

/** Applies the corrections of the tasks of a list. `read` reads the details of a task that has been moved. */
function correctedList(
  list: TaskList,
  byTask: Map<Task, Placed<Span | null>>,
  read: (span: Span) => Task,
): CorrectedList {
  const tasks: CorrectedTask[] = [];
  const removed: CorrectedTask[] = [];
  for (const found of list.tasks) {
    const { correction = null, span = null } = byTask.get(found) ?? {};
    const task = { ...(span ? { ...read(span), marker: found.marker } : found), found, correction };
    (correction?.kind === 'remove' ? removed : tasks).push(task);
  }
  return { ...list, tasks, removed };
}

/**
 * Applies a person's corrections to the task lists of a text. Changes neither the lists nor the corrections themselves.
 * Places each correction by its words, so that it stays valid in later versions of the text. `unplaced` has the
 * corrections whose words or task are gone. Reads deadlines, responsible organisations and targets of corrected tasks
 * anew.
 * Relative days count from `publishedAt` (ISO 8601).
 *
 * Spans count UTF-16 units of `text`. `locate` finds the words of a quote in `text`; null where they are gone or
 * ambiguous.
 */
export function applyCorrections(
  lists: TaskList[],
  corrections: TaskCorrection[],
  text: string,
  publishedAt: string | null,
  locate: (quote: Quote) => Span | null,
): Corrected {
  // Makes the reader only when a correction needs it: it normalises the whole text (see `fold`), which takes time, and
  // most texts have no correction.
  let reader: ReturnType<typeof taskReader> | undefined;
  const read = (span: Span): Task => {
    reader ??= taskReader(text, publishedAt);
    return reader(span);
  };
  const { byTask, added, unplaced } = placed(
    lists.flatMap(({ tasks }) => tasks),
    corrections,
    locate,
  );
  const corrected = lists.map((list) => correctedList(list, byTask, read));
  const own: CorrectedTask[] = [];
  for (const { correction, span } of added) {
    const task = { ...read(span), found: null, correction };
    (listAround(corrected, task, text)?.tasks ?? own).push(task);
  }
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

/**
 * Turns corrected lists into plain lists for export, without the record of the corrections. Leaves out lists without
 * tasks.
 */
export function plainLists(lists: CorrectedList[]): TaskList[] {
  return lists.flatMap(({ removed: _, tasks, ...list }) =>
    tasks.length
      ? [{ ...list, tasks: tasks.map(({ found: _found, correction: _correction, ...task }) => task) }]
      : [],
  );
}

/** Counts the tasks of lists; removed tasks do not count. */
export const countTasks = (lists: { tasks: unknown[] }[]): number =>
  lists.reduce((sum, { tasks }) => sum + tasks.length, 0);

/**
 * Finds the task that a new span would overlap, other than the task at `except`; null where there is none. Two tasks
 * must never share words.
 */
export function taskOver(lists: CorrectedList[], span: Span, except: Span | null): CorrectedTask | null {
  for (const { tasks } of lists)
    for (const task of tasks)
      if (overlap(task, span) > 0 && !(task.start === except?.start && task.end === except.end)) return task;
  return null;
}

/**
 * Drops the correction of a task. A task that the rules found returns to its original state, and a task that a person
 * added disappears.
 */
export const restoreTask = (corrections: TaskCorrection[], task: CorrectedTask): TaskCorrection[] =>
  corrections.filter((one) => !isSame(one, task.correction));

/** Adds the correction that removes this task. */
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

/** Adds the correction that moves this task to other words of the text. */
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

/** Adds the correction that makes these words a task, where the rules found none. */
export const addTask = (corrections: TaskCorrection[], at: Quote, now: Date): TaskCorrection[] => [
  ...corrections,
  { id: newId(), kind: 'add', at, created: now.toISOString() },
];
