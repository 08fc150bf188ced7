import { taskReader } from '../index.ts';
import type { Span, Speaker, Task, TaskList } from '../schema.ts';
import type { DetailCorrection, Quote, TaskCorrection } from './correction.ts';
import { type CorrectedDetails, detailsNow, speakerKey, withDetails } from './details.ts';

/** A task as it is after a person's corrections. */
export type CorrectedTask = Task & {
  /** The task that the rules found at this place; null where a person has added the task. */
  found: Task | null;
  /** The correction that removed, moved or added this task; null where there is none. */
  correction: TaskCorrection | null;
  /** The details that were read, and those that a person has set instead. */
  details: CorrectedDetails;
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
function taskAt<S extends Span>(tasks: S[], at: Span): S | null {
  const [meant = null] = tasks
    .filter((task) => likeness(task, at) >= SAME_TASK)
    .sort((a, b) => likeness(b, at) - likeness(a, at));
  return meant;
}

/** Corrections, sorted by the task to which they belong. */
type Sorted = {
  byTask: Map<Task, Placed<Span | null>>;
  added: Placed<Span>[];
  /** The corrections of details, by the task that was found or the span of the task that was added. */
  details: Map<Span, DetailCorrection[]>;
  /** The corrections whose words or task are gone. */
  unplaced: TaskCorrection[];
};

/**
 * Finds for each correction the task to which it belongs. Each task has at most one correction that removes or moves
 * it.
 */
function placed(tasks: Task[], corrections: TaskCorrection[], locate: (quote: Quote) => Span | null): Sorted {
  const byTask = new Map<Task, Placed<Span | null>>();
  const added: Placed<Span>[] = [];
  const details = new Map<Span, DetailCorrection[]>();
  const unplaced: TaskCorrection[] = [];
  for (const correction of corrections) {
    if (correction.kind === 'detail') continue;
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
  // Places details last, because a task that was added may have some.
  const all: Span[] = [...added.map(({ span }) => span), ...tasks];
  for (const correction of corrections) {
    if (correction.kind !== 'detail') continue;
    const at = locate(correction.at);
    const meant = at && taskAt(all, at);
    if (meant) details.set(meant, [...(details.get(meant) ?? []), correction]);
    else unplaced.push(correction);
  }
  return { byTask, added, details, unplaced };
}

/** Applies the corrections of the tasks of a list. `read` reads the details of a task that has been moved. */
function correctedList(
  list: TaskList,
  { byTask, details }: Sorted,
  read: (span: Span) => Task,
): CorrectedList {
  const tasks: CorrectedTask[] = [];
  const removed: CorrectedTask[] = [];
  for (const found of list.tasks) {
    const { correction = null, span = null } = byTask.get(found) ?? {};
    const task = { ...(span ? { ...read(span), marker: found.marker } : found), found, correction };
    (correction?.kind === 'remove' ? removed : tasks).push(
      withDetails(task, list.speaker, details.get(found) ?? []),
    );
  }
  return { ...list, tasks, removed };
}

/**
 * Returns the speaker of a list: the one whom a person has set for all tasks that the rules found in it, or the list's
 * own.
 */
function speakerOf({ speaker, tasks }: CorrectedList): Speaker | null {
  const all = tasks.filter(({ found }) => found).map(({ details }) => detailsNow(details).speaker);
  const [one = speaker] = all;
  return new Set(all.map(speakerKey)).size === 1 ? one : speaker;
}

/**
 * Splits a list whose tasks have different speakers after a person's corrections, because a list has one speaker. The
 * count that the text announces is that of the whole list, so the parts have none.
 */
function bySpeaker(list: CorrectedList): CorrectedList[] {
  const parts = new Map<string, CorrectedList>();
  for (const task of list.tasks) {
    const { speaker } = detailsNow(task.details);
    const part = parts.get(speakerKey(speaker)) ?? { ...list, speaker, tasks: [], removed: [] };
    parts.set(speakerKey(speaker), part);
    part.tasks.push(task);
  }
  const [first, ...others] = parts.values();
  if (!first) return [list];
  if (others.length === 0) return [{ ...list, speaker: first.speaker }];
  const home = parts.get(speakerKey(list.speaker)) ?? first;
  return [first, ...others].map((part) => ({
    ...part,
    announcedCount: null,
    removed: part === home ? list.removed : [],
  }));
}

/**
 * Applies a person's corrections to the task lists of a text. Changes neither the lists nor the corrections themselves.
 * Places each correction by its words, so that it stays valid in later versions of the text. `unplaced` has the
 * corrections whose words or task are gone. Reads deadlines, responsible organisations and targets of corrected tasks
 * anew. Details that a person has set replace those that were read.
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
  const sorted = placed(
    lists.flatMap(({ tasks }) => tasks),
    corrections,
    locate,
  );
  const corrected = lists.map((list) => correctedList(list, sorted, read));
  const own: CorrectedList = {
    form: 'corrected',
    speaker: null,
    announcedCount: null,
    section: null,
    tasks: [],
    removed: [],
  };
  for (const { correction, span } of sorted.added) {
    const task = { ...read(span), found: null, correction };
    const list = listAround(corrected, task, text) ?? own;
    list.tasks.push(withDetails(task, speakerOf(list), sorted.details.get(span) ?? []));
  }
  if (own.tasks.length) corrected.push(own);
  for (const { tasks } of corrected) tasks.sort((a, b) => a.start - b.start);
  return { lists: corrected.flatMap(bySpeaker), unplaced: sorted.unplaced };
}

/**
 * Turns corrected lists into plain lists for export, without the record of the corrections. Leaves out lists without
 * tasks.
 */
export function plainLists(lists: CorrectedList[]): TaskList[] {
  return lists.flatMap(({ removed: _, tasks, ...list }) =>
    tasks.length
      ? [
          {
            ...list,
            tasks: tasks.map(
              ({ found: _found, correction: _correction, details: _details, ...task }) => task,
            ),
          },
        ]
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
