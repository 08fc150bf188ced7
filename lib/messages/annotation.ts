import { Annotation, AnnotationDraft, AnnotationPatch, Target } from '../annotation/schema.ts';
import { z } from '../zod.ts';
import { message } from './message.ts';
import { Nothing } from './schema.ts';

const Id = z.object({ id: z.uuid() });
/** The mark as it is then; null where it is gone. */
const Changed = z.nullable(Annotation);

/** What the reader does to the marks of its own page. A mark of another page is refused as not found. */
export const annotationMessages = {
  /** A new mark. The page is read and kept with it where it is not kept yet. */
  'annotation.create': message({ request: z.object({ draft: AnnotationDraft }), answer: Annotation }),
  /** A mark's new place, or the confirmation of the one that was guessed. */
  'annotation.retarget': message({ request: z.extend(Id, { target: Target }), answer: Changed }),
  'annotation.edit': message({ request: z.extend(Id, { patch: AnnotationPatch }), answer: Changed }),
  /** Answers with the mark as it was. */
  'annotation.delete': message({ request: Id, answer: Changed }),
  /** Puts a mark back as it was, or as it is to be again. */
  'annotation.restore': message({ request: Annotation, answer: Nothing }),
} as const;
