import { Annotation, AnnotationDraft, AnnotationPatch, Target } from '../annotation/schema.ts';
import { z } from '../zod.ts';
import { message } from './message.ts';
import { UndoState } from './schema.ts';

const Id = z.object({ id: z.uuid() });
/** The mark after the change; null where it is gone. */
const Changed = z.nullable(Annotation);

/** Requests of the reader about the marks of its own page. A mark of another page is refused as not found. */
export const annotationMessages = {
  /** Creates a mark with this id. Saves the page first where it is not saved yet. */
  'annotation.create': message({ request: z.extend(Id, { draft: AnnotationDraft }), answer: Annotation }),
  /** Gives a mark a new place, or confirms a place that was found by similar words. */
  'annotation.retarget': message({ request: z.extend(Id, { target: Target }), answer: Changed }),
  /** `step`: the id of the change, so that a message sent twice is done once. */
  'annotation.edit': message({
    request: z.extend(Id, { patch: AnnotationPatch, step: z.uuid() }),
    answer: Changed,
  }),
  /**
   * Joins two marks: this one gets `target`, which covers the words of both, and the other's notes and tags. Deletes
   * the other.
   */
  'annotation.join': message({
    request: z.extend(Id, { other: z.uuid(), target: Target, step: z.uuid() }),
    answer: Changed,
  }),
  /** Deletes a mark, and answers with the deleted mark. */
  'annotation.delete': message({ request: Id, answer: Changed }),
  /** Restores a deleted mark. Null where the mark was erased for good. */
  'annotation.restore': message({ request: Id, answer: Changed }),
  /** Undoes or redoes the last change of the page's marks, whichever view made it. `step`: the id of the request. */
  'annotation.go': message({
    request: z.object({ redo: z.boolean(), step: z.uuid() }),
    answer: z.object({ changed: z.array(z.extend(Id, { annotation: Changed })), history: UndoState }),
  }),
} as const;
