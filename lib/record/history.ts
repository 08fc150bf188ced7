import { z } from '../zod.ts';
import type { Change, ChangeOf, ChangeType } from './change.ts';

/** A change as the history stores it, without an id. It gets an id when it is carried out. */
export type Step = { [T in ChangeType]: Omit<ChangeOf<T>, 'id'> }[ChangeType];

/** A change in the stored history. It is checked as a `Change` only when it is carried out. */
const StoredStep = z.record(z.string(), z.unknown());

/** The number of steps that can be undone. */
export const HISTORY_STEPS = 200;

/**
 * One action of a person, which can be undone and redone. `undo` and `redo` are lists of changes and not old copies of
 * rows, so that what another view has changed in between stays.
 */
export const HistoryEntry = z.object({
  /** The id of the first change of the step. */
  id: z.string(),
  /** The revision counter of the step: the later of two steps has the higher one. */
  seq: z.int(),
  /** The time of the step: ISO 8601, UTC. */
  at: z.iso.datetime(),
  /** The article that was changed; null where the step changed several articles, or none. */
  articleId: z.nullable(z.string()),
  /** The kind of the first change. The interface names the step by it. */
  type: z.string(),
  /** What was changed, to show it: a headline, the words of a mark, one or more tags. */
  label: z.string(),
  /** How many articles were changed. */
  articles: z._default(z.int(), 1),
  /**
   * 1 where the step was undone and can be redone. 2 where something was done in another article since, so that only the
   * views of its own article offer to redo it. Else 0.
   */
  undone: z.literal([0, 1, 2]),
  undo: z.array(StoredStep),
  redo: z.array(StoredStep),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

const isOfMark = ({ annotationId, on, trashId }: HistoryEntry['undo'][number]): boolean =>
  annotationId !== undefined ||
  (on as NoteStep['on'] | undefined)?.kind === 'annotation' ||
  String(trashId).startsWith('annotation:');

/**
 * Whether a step changes marks, and nothing else except tasks that were made with these marks. Only such steps can be
 * undone from within a page.
 */
export const isAboutMarks = ({ undo }: HistoryEntry): boolean =>
  undo.every((step) => isOfMark(step) || step.correctionId !== undefined) && undo.some(isOfMark);

/** Makes a change of a step that the history has stored. The change is carried out under `id`, which a step lacks. */
export const changeOf = (step: Record<string, unknown> | Step, id: string): Change =>
  ({ ...step, id }) as Change;

/**
 * The longest pause (ms) in typing a note. Typing that goes on after a longer pause is a step of its own in the
 * history.
 */
const ONE_STEP = 60_000;

type NoteStep = Pick<ChangeOf<'setNote'>, 'type' | 'on' | 'note' | 'from'>;
const noteStep = (steps: HistoryEntry['undo']): NoteStep | null =>
  steps.length === 1 && steps[0]!.type === 'setNote' ? (steps[0] as NoteStep) : null;

/** Joins two entries of the history if both are typing in the same note; null where they stay separate steps. */
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
