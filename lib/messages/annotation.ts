import { Annotation, AnnotationDraft, AnnotationPatch, Target } from '../annotation/schema.ts';
import { z } from '../zod.ts';
import { message } from './message.ts';
import { Nothing } from './schema.ts';

const Id = z.object({ id: z.uuid() });
/** The mark after the change; null where it is gone. */
const Changed = z.nullable(Annotation);

/** What the reader asks to be done to the marks of its own page. A mark of another page is refused as not found. */
export const annotationMessages = {
  /** Creates a mark. Where the page is not saved yet, it is read and saved first. */
  'annotation.create': message({ request: z.object({ draft: AnnotationDraft }), answer: Annotation }),
  /** Gives a mark a new place, or confirms the place that was guessed. */
  'annotation.retarget': message({ request: z.extend(Id, { target: Target }), answer: Changed }),
  'annotation.edit': message({ request: z.extend(Id, { patch: AnnotationPatch }), answer: Changed }),
  /** Answers with the mark as it was. */
  'annotation.delete': message({ request: Id, answer: Changed }),
  /** Restores a mark to an earlier or later state: undo and redo. */
  'annotation.restore': message({ request: Annotation, answer: Nothing }),
} as const;
