import { Annotation, AnnotationDraft, AnnotationPatch, Target } from '../annotation/schema.ts';
import { z } from '../zod.ts';
import { message } from './message.ts';
import { CanGo } from './schema.ts';

const Id = z.object({ id: z.uuid() });
/** The mark after the change; null where it is gone. */
const Changed = z.nullable(Annotation);

/** What the reader asks to be done to the marks of its own page. A mark of another page is refused as not found. */
export const annotationMessages = {
  /** A new mark under this id. The page is read and kept with it where it is not kept yet. */
  'annotation.create': message({ request: z.extend(Id, { draft: AnnotationDraft }), answer: Annotation }),
  /** A mark's new place, or the confirmation of the one that was guessed. */
  'annotation.retarget': message({ request: z.extend(Id, { target: Target }), answer: Changed }),
  /** `step`: the id of the change, by which one that is sent again is known. */
  'annotation.edit': message({
    request: z.extend(Id, { patch: AnnotationPatch, step: z.uuid() }),
    answer: Changed,
  }),
  /** Gives a mark the words of both (`target`), and the notes and tags of another, which is deleted. */
  'annotation.join': message({
    request: z.extend(Id, { other: z.uuid(), target: Target, step: z.uuid() }),
    answer: Changed,
  }),
  /** Answers with the mark as it was. */
  'annotation.delete': message({ request: Id, answer: Changed }),
  /** Brings back a mark that was deleted. Null where it cannot be had any more. */
  'annotation.restore': message({ request: Id, answer: Changed }),
  /** Undoes, or redoes, what was last done to the page's marks, wherever. `step`: the id of the request. */
  'annotation.go': message({
    request: z.object({ redo: z.boolean(), step: z.uuid() }),
    answer: z.object({ changed: z.array(z.extend(Id, { annotation: Changed })), history: CanGo }),
  }),
} as const;
