import { AnnotationDraft, Color, Target } from '../annotation/schema.ts';
import { z } from '../zod.ts';
import { PageReading } from './schema.ts';
import { TaskCorrection } from './taskCorrections.ts';

/** An article or a mark: what can have tags and a note. */
export const Noted = z.object({ kind: z.enum(['article', 'annotation']), id: z.uuid() });
export type Noted = z.infer<typeof Noted>;

/** What a person can say of an article by a switch. */
const Flag = z.enum(['starred', 'read']);

const change = <T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
  // The client makes the id: a change that is sent again is known by it, and is not done twice.
  z.object({ id: z.uuid(), type: z.literal(type), ...shape });

/**
 * A change to the collection: an operation on whatever stands there when it is done. Ids of what it makes are made by
 * who asks for it.
 */
export const Change = z.discriminatedUnion('type', [
  /** Keep a page as read. `articleId` is for a page that is not kept yet. */
  change('saveReading', { articleId: z.uuid(), reading: PageReading }),
  /** Recognise an article at a page's address too. */
  change('addAddress', { articleId: z.uuid(), url: z.string(), canonicalUrl: z.nullable(z.string()) }),
  change('addTag', { on: Noted, tag: z.string() }),
  change('removeTag', { on: Noted, tag: z.string() }),
  /** Take a tag off everything. */
  change('deleteTag', { tag: z.string() }),
  change('setNote', { on: Noted, note: z.string() }),
  change('setFlag', { articleId: z.uuid(), flag: Flag, value: z.boolean() }),
  change('addAnnotation', { articleId: z.uuid(), annotationId: z.uuid(), draft: AnnotationDraft }),
  change('setColor', { annotationId: z.uuid(), color: Color }),
  /** Give a mark a new place. */
  change('moveAnnotation', { annotationId: z.uuid(), target: Target }),
  change('deleteAnnotation', { annotationId: z.uuid() }),
  change('addCorrection', { articleId: z.uuid(), correction: TaskCorrection }),
  change('removeCorrection', { articleId: z.uuid(), correctionId: z.string() }),
  change('deleteArticle', { articleId: z.uuid() }),
  /** Bring back what was deleted. */
  change('restore', { trashId: z.string() }),
  /** Erase for good what was deleted. */
  change('erase', { trashId: z.string() }),
]);
export type Change = z.infer<typeof Change>;
export type ChangeType = Change['type'];
export type ChangeOf<T extends ChangeType> = Extract<Change, { type: T }>;

/** What a change has done. */
export const Outcome = z.object({
  /** False where all was so already, or where what was to be changed is gone. */
  changed: z.boolean(),
  /** The article, the mark that the change was about; null where it is gone. */
  articleId: z.nullable(z.string()),
  annotationId: z.nullable(z.string()),
  /** True where an article was saved that had not been. */
  created: z.boolean(),
});
export type Outcome = z.infer<typeof Outcome>;

/** A thing that a change has touched. `gone` where it is there no more. */
export const Ref = z.object({
  kind: z.enum(['article', 'text', 'annotation', 'tag', 'trash', 'quarantine']),
  id: z.string(),
  /** The article that it is or belongs to. */
  articleId: z.nullable(z.string()),
  gone: z.boolean(),
});
export type Ref = z.infer<typeof Ref>;

/** What every context is told after a change was written. */
export const ChangeNotice = z.object({ counter: z.int(), refs: z.array(Ref) });
export type ChangeNotice = z.infer<typeof ChangeNotice>;
