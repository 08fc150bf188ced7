import type { Span, TaskDetails } from '../schema.ts';
import type { Quote, TaskCorrection } from './correction.ts';
import type { CorrectedTask } from './corrections.ts';
import { detailsWith } from './details.ts';

// What a person does to a task: each function returns the corrections of a text as they are afterwards.

const newId = () => crypto.randomUUID();

/** Returns the corrections without those in `dropped`, by their ids. */
const without = (corrections: TaskCorrection[], dropped: (TaskCorrection | null)[]): TaskCorrection[] => {
  const ids = new Set(dropped.map((one) => one?.id));
  return corrections.filter(({ id }) => !ids.has(id));
};

/**
 * Restores a task as it was read. A removed task comes back with the details that it had. A task that a person added
 * stays, with the details that the rules read in its words.
 */
export function restoreTask(
  corrections: TaskCorrection[],
  { correction, details }: CorrectedTask,
): TaskCorrection[] {
  if (correction?.kind === 'remove') return without(corrections, [correction]);
  return without(
    corrections,
    correction?.kind === 'add' ? details.corrections : [correction, ...details.corrections],
  );
}

/**
 * Adds the correction that removes this task. A task that a person added disappears. A task that the rules found keeps
 * its details for when it is restored.
 */
export function removeTask(
  corrections: TaskCorrection[],
  { found, correction, details }: CorrectedTask,
  quote: (span: Span) => Quote,
  now: Date,
): TaskCorrection[] {
  if (!found) return without(corrections, [correction, ...details.corrections]);
  const rest = without(corrections, [correction]);
  return [...rest, { id: newId(), kind: 'remove', at: quote(found), created: now.toISOString() }];
}

/** Adds the correction that moves this task to other words of the text. Keeps the details that a person has set. */
export function respanTask(
  corrections: TaskCorrection[],
  { found, correction, details }: CorrectedTask,
  span: Span,
  quote: (span: Span) => Quote,
  now: Date,
): TaskCorrection[] {
  const created = now.toISOString();
  const to = quote(span);
  if (!found) {
    // An added task is known only by its words. So the corrections of its details move to the new words, too.
    const moved = details.corrections.map((one) => ({ ...one, id: newId(), at: to }));
    const rest = without(corrections, [correction, ...details.corrections]);
    return [...rest, { id: newId(), kind: 'add', at: to, created }, ...moved];
  }
  const rest = without(corrections, [correction]);
  if (found.start === span.start && found.end === span.end) return rest;
  return [...rest, { id: newId(), kind: 'respan', at: quote(found), to, created }];
}

/**
 * Replaces the corrections of a task's details, so that it has those of `wanted`. Other details stay as they are. A
 * detail that is as it was read needs no correction.
 */
export function correctDetails(
  corrections: TaskCorrection[],
  task: CorrectedTask,
  wanted: Partial<TaskDetails>,
  quote: (span: Span) => Quote,
  now: Date,
): TaskCorrection[] {
  const values = detailsWith(task.details, wanted);
  const rest = without(corrections, task.details.corrections);
  if (Object.keys(values).length === 0) return rest;
  const at = quote(task.found ?? task);
  return [...rest, { id: newId(), kind: 'detail', at, values, created: now.toISOString() }];
}

/** Adds the correction that makes these words a task, where the rules found none. */
export const addTask = (corrections: TaskCorrection[], at: Quote, now: Date): TaskCorrection[] => [
  ...corrections,
  { id: newId(), kind: 'add', at, created: now.toISOString() },
];
