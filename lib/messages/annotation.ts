import { Annotation, AnnotationDraft, AnnotationPatch, Target } from '../annotation/schema.ts';
import { z } from '../zod.ts';
import { message } from './message.ts';
import { UndoState } from './schema.ts';

const Id = z.object({ id: z.uuid() });
/** The mark after the change; null where it no longer exists. */
const Changed = z.nullable(Annotation);

/** Requests of the reader script about marks of its own page. For a mark of another page, the answer is `notFound`. */
export const annotationMessages = {
  /** Adds a mark with this id. Saves the page first if it is not saved yet. */
  'annotation.create': message({ request: z.extend(Id, { draft: AnnotationDraft }), answer: Annotation }),
  /** Moves a mark to a new place, or confirms a guessed place. */
  'annotation.retarget': message({ request: z.extend(Id, { target: Target }), answer: Changed }),
  /** Changes a mark. `step`: the id of the change, so that a message sent twice changes the mark only once. */
  'annotation.edit': message({
    request: z.extend(Id, { patch: AnnotationPatch, step: z.uuid() }),
    answer: Changed,
  }),
  /**
   * Joins two marks. The mark `id` gets `target`, which covers the words of both, and the notes and tags of both. The
   * mark `other` is deleted.
   */
  'annotation.join': message({
    request: z.extend(Id, { other: z.uuid(), target: Target, step: z.uuid() }),
    answer: Changed,
  }),
  /** Deletes a mark. The answer is the mark as it was. */
  'annotation.delete': message({ request: Id, answer: Changed }),
  /** Restores a deleted mark. Null where the mark has been erased for good. */
  'annotation.restore': message({ request: Id, answer: Changed }),
  /**
   * Undoes or redoes the last change of the page's marks, wherever in the extension it was made. `step`: the id of this
   * request.
   */
  'annotation.go': message({
    request: z.object({ redo: z.boolean(), step: z.uuid() }),
    answer: z.object({ changed: z.array(z.extend(Id, { annotation: Changed })), history: UndoState }),
  }),
} as const;
