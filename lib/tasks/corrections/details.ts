import type { Speaker, Task, TaskDetails } from '../schema.ts';
import type { DetailCorrection } from './correction.ts';

/** The details of a task, with what a person has set. */
export type CorrectedDetails = {
  /** The details that the rules read in the words that the task has now. */
  read: TaskDetails;
  /** The details that a person has set. A detail that is absent is as it was read. */
  set: Partial<TaskDetails>;
  /** The corrections from which `set` comes. */
  corrections: DetailCorrection[];
};

/** The details that a person can correct, in the order in which they are shown. */
export const DETAILS = ['deadlines', 'bodies', 'speaker'] as const satisfies (keyof TaskDetails)[];
export type Detail = (typeof DETAILS)[number];

/** A speaker as text that is equal for equal speakers. */
export const speakerKey = (speaker: Speaker | null | undefined): string =>
  JSON.stringify(speaker && [speaker.title, speaker.name]);

/** A detail as text that is equal for equal details, whatever the order of their properties. */
const key = {
  deadlines: ({ deadlines }: Partial<TaskDetails>) =>
    JSON.stringify(deadlines?.map(({ text, date, from, every }) => [text, date, from, every])),
  bodies: ({ bodies }: Partial<TaskDetails>) => JSON.stringify([bodies?.responsible, bodies?.leads]),
  speaker: ({ speaker }: Partial<TaskDetails>) => speakerKey(speaker),
};

/** Whether a detail is the same in both. */
export const isSameDetail = (a: Partial<TaskDetails>, b: Partial<TaskDetails>, detail: Detail): boolean =>
  key[detail](a) === key[detail](b);

/** Picks the details that differ from those that were read. */
const differing = (read: TaskDetails, wanted: Partial<TaskDetails>): Partial<TaskDetails> =>
  Object.fromEntries(
    DETAILS.filter((detail) => wanted[detail] !== undefined && !isSameDetail(wanted, read, detail)).map(
      (detail) => [detail, wanted[detail]],
    ),
  );

/** The details of a task after a person's corrections. */
export const detailsNow = ({ read, set }: CorrectedDetails): TaskDetails => ({ ...read, ...set });

/** The details to store so that a task has those of `wanted`, too. Empty where all are as they were read. */
export const detailsWith = (
  { read, set }: CorrectedDetails,
  wanted: Partial<TaskDetails>,
): Partial<TaskDetails> => differing(read, { ...set, ...wanted });

/**
 * Gives a task the details that a person has set. `task` has its details as they were read, and `speaker` is that of
 * its list. Of two corrections of the same detail the later one counts.
 */
export function withDetails<T extends Task>(
  task: T,
  speaker: Speaker | null,
  corrections: DetailCorrection[],
): T & { details: CorrectedDetails } {
  const { responsible, leads, deadlines } = task;
  const read = { bodies: { responsible, leads }, deadlines, speaker };
  if (corrections.length === 0) return { ...task, details: { read, set: {}, corrections } };
  const inOrder = corrections.toSorted((a, b) => Date.parse(a.created) - Date.parse(b.created));
  const set = differing(read, Object.assign({}, ...inOrder.map(({ values }) => values)));
  const { bodies } = detailsNow({ read, set, corrections });
  return {
    ...task,
    responsible: bodies.responsible,
    leads: bodies.leads,
    deadlines: set.deadlines ?? deadlines,
    details: { read, set, corrections },
  };
}
