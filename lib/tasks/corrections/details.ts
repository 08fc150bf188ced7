import type { Speaker, Task, TaskDetails } from '../schema.ts';
import type { DetailCorrection } from './correction.ts';

/** The details of a task, with what a person has set. */
export type CorrectedDetails = {
  /** The details that the rules read in the words that the task has now. */
  read: TaskDetails;
  /** The details that a person has set and that differ from those that were read. */
  set: Partial<TaskDetails>;
  /** The corrections from which `set` comes. */
  corrections: DetailCorrection[];
};

/** The details that a person can correct, in the order in which they are shown. */
export const DETAILS = ['deadlines', 'bodies', 'speaker'] as const satisfies (keyof TaskDetails)[];
export type Detail = (typeof DETAILS)[number];

/** Writes a speaker as text that is equal for equal speakers, so that speakers can be compared. */
export const speakerKey = (speaker: Speaker | null | undefined): string =>
  JSON.stringify(speaker && [speaker.title, speaker.name]);

/** Functions that write a detail as text that is equal for equal details, whatever the order of their properties. */
const key = {
  deadlines: ({ deadlines }: Partial<TaskDetails>) =>
    JSON.stringify(deadlines?.map(({ text, date, from, every }) => [text, date, from, every])),
  bodies: ({ bodies }: Partial<TaskDetails>) => JSON.stringify([bodies?.responsible, bodies?.leads]),
  speaker: ({ speaker }: Partial<TaskDetails>) => speakerKey(speaker),
};

/** Whether two sets of details agree in one detail. */
export const isSameDetail = (a: Partial<TaskDetails>, b: Partial<TaskDetails>, detail: Detail): boolean =>
  key[detail](a) === key[detail](b);

/** Returns the details of a task after a person's corrections. */
export const detailsNow = ({ read, set }: CorrectedDetails): TaskDetails => ({ ...read, ...set });

/** Joins the details of several corrections. Of two corrections of the same detail the later one counts. */
const joined = (corrections: DetailCorrection[]): Partial<TaskDetails> =>
  Object.assign(
    {},
    ...corrections
      .toSorted((a, b) => Date.parse(a.created) - Date.parse(b.created))
      .map(({ values }) => values),
  );

/** Picks details by name. */
const picked = (details: Partial<TaskDetails>, names: Detail[]): Partial<TaskDetails> =>
  Object.fromEntries(names.map((detail) => [detail, details[detail]]));

/**
 * Returns the details to store so that a task gets those of `wanted` and keeps those that were set before. A wanted
 * detail that equals the one that was read need not be stored. A kept detail is stored even then, because it was set
 * when the task had other words.
 */
export function detailsWith(
  { read, corrections }: CorrectedDetails,
  wanted: Partial<TaskDetails>,
): Partial<TaskDetails> {
  const all = { ...joined(corrections), ...wanted };
  const isStored = (detail: Detail) =>
    all[detail] !== undefined && !(detail in wanted && isSameDetail(wanted, read, detail));
  return picked(all, DETAILS.filter(isStored));
}

/**
 * Gives a task the details that a person has set. `task` has its details as they were read, and `speaker` is that of
 * its list.
 */
export function withDetails<T extends Task>(
  task: T,
  speaker: Speaker | null,
  corrections: DetailCorrection[],
): T & { details: CorrectedDetails } {
  const { responsible, leads, deadlines } = task;
  const read = { bodies: { responsible, leads }, deadlines, speaker };
  if (corrections.length === 0) return { ...task, details: { read, set: {}, corrections } };
  const all = joined(corrections);
  const isSet = (detail: Detail) => all[detail] !== undefined && !isSameDetail(all, read, detail);
  const details = { read, set: picked(all, DETAILS.filter(isSet)), corrections };
  const now = detailsNow(details);
  return {
    ...task,
    responsible: now.bodies.responsible,
    leads: now.bodies.leads,
    deadlines: now.deadlines,
    details,
  };
}
