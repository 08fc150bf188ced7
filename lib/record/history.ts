import { z } from '../zod.ts';
import type { Change, ChangeOf, ChangeType } from './change.ts';

/** A change without an id, which it gets when it is done. */
export type Step = { [T in ChangeType]: Omit<ChangeOf<T>, 'id'> }[ChangeType];

/** A stored step. It is checked as a `Change` only when it is done. */
const StoredStep = z.record(z.string(), z.unknown());

/** The number of steps that can be undone. */
export const HISTORY_STEPS = 200;

/**
 * Something a person did, which can be undone and redone. Both are changes of the present rows and never old copies of
 * rows, so that changes made meanwhile by another view stay.
 */
export const HistoryEntry = z.object({
  /** The id of the first change that was asked for. */
  id: z.string(),
  /** The counter of its revision: of two entries the later one has the higher. */
  seq: z.int(),
  /** ISO 8601, UTC. */
  at: z.iso.datetime(),
  /** The article that was changed; null where several were. */
  articleId: z.nullable(z.string()),
  /** The kind of the first change, by which the entry is named. */
  type: z.string(),
  /** A headline, the words of a mark, a tag. */
  label: z.string(),
  /** 1 where it was undone and can be redone. A number, because IndexedDB has no index of booleans. */
  undone: z.literal([0, 1]),
  undo: z.array(StoredStep),
  redo: z.array(StoredStep),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

const isOfMark = ({ annotationId, on, trashId }: HistoryEntry['undo'][number]): boolean =>
  annotationId !== undefined ||
  (on as NoteStep['on'] | undefined)?.kind === 'annotation' ||
  String(trashId).startsWith('annotation:');

/** Whether an entry is about marks, and at most about the tasks made with them: those a page can take back. */
export const isAboutMarks = ({ undo }: HistoryEntry): boolean =>
  undo.every((step) => isOfMark(step) || step.correctionId !== undefined) && undo.some(isOfMark);

/** A step as a change that can be done. */
export const changeOf = (step: Record<string, unknown> | Step, id: string): Change =>
  ({ ...step, id }) as Change;

/** The pause in milliseconds after which further typing in a note is a new step. */
const ONE_STEP = 60_000;

type NoteStep = Pick<ChangeOf<'setNote'>, 'type' | 'on' | 'note' | 'from'>;
const noteStep = (steps: HistoryEntry['undo']): NoteStep | null =>
  steps.length === 1 && steps[0]!.type === 'setNote' ? (steps[0] as NoteStep) : null;

/** Joins the last entry and a new one where both are typing in the same note; null where they stay separate. */
export function joinedTyping(last: HistoryEntry | null, next: HistoryEntry): HistoryEntry | null {
  if (!last || last.undone || Date.parse(next.at) - Date.parse(last.at) > ONE_STEP) return null;
  const [undo, redo] = [noteStep(last.undo), noteStep(next.redo)];
  if (!undo || !redo || undo.on.id !== redo.on.id) return null;
  return {
    ...next,
    id: last.id,
    undo: [{ ...undo, from: redo.note }],
    redo: [{ ...redo, from: undo.note }],
  };
}
