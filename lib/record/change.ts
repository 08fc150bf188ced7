import { AnnotationDraft, Color, Target } from '../annotation/schema.ts';
import { z } from '../zod.ts';
import { CORRECTABLE } from './fieldCorrections.ts';
import { PageReading } from './schema.ts';
import { TagInfo } from './tagInfo.ts';
import { TaskCorrection } from './taskCorrections.ts';
import { TagBefore, TrashEntry } from './trash.ts';

/** Something that can have tags and a note: an article or a mark. */
export const ItemRef = z.object({ kind: z.enum(['article', 'annotation']), id: z.uuid() });
export type ItemRef = z.infer<typeof ItemRef>;

/** The properties of an article that a person switches on or off. */
export const Flag = z.enum(['starred', 'read']);
export type Flag = z.infer<typeof Flag>;

/** The corrected value of a field. The store checks later whether the field can have this value. */
const Corrected = z.union([z.string(), z.array(z.string()), z.null()]);

const change = <T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
  // The caller makes the id, so that a repeated request is recognised and the change is done only once.
  z.object({ id: z.uuid(), type: z.literal(type), ...shape });

/**
 * A change to the collection. It says what to do, and not what the rows become. So it can be applied to rows that were
 * changed in between. The caller makes the ids of new rows, so that it knows them before the change is stored.
 */
export const Change = z.discriminatedUnion('type', [
  /** Saves a page that was read. If the page is not saved yet, the new article gets the id `articleId`. */
  change('saveReading', { articleId: z.uuid(), reading: PageReading }),
  /** Shows or hides the marks of an article on a page of another site that has the same text. */
  change('showMarksAt', { articleId: z.uuid(), url: z.string(), shown: z.boolean() }),
  /** `after`: the tag behind which the tag is put; null for the first place. Without it, the tag becomes the last. */
  change('addTag', { on: ItemRef, tag: z.string(), after: z.optional(TagBefore) }),
  change('removeTag', { on: ItemRef, tag: z.string() }),
  /** Removes a tag from all articles and marks. */
  change('deleteTag', { tag: z.string() }),
  /**
   * Renames a tag and the tags below it: 环保/水 (environment/water) is below 环保. If a tag already has the new name,
   * merges the two.
   */
  change('renameTag', { from: z.string(), to: z.string() }),
  /**
   * Replaces tags one by one, to undo or redo a renaming. `after` is the place of an added tag, as in `addTag`. `said`
   * sets the colour and description of tags; null removes them.
   */
  change('retag', {
    moves: z.array(
      z.object({
        on: ItemRef,
        from: z.nullable(z.string()),
        to: z.nullable(z.string()),
        after: z.optional(TagBefore),
      }),
    ),
    said: z.array(z.object({ tag: z.string(), info: z.nullable(TagInfo) })),
  }),
  /** Sets the colour and the description of a tag. */
  change('describeTag', { info: TagInfo }),
  /** `from` is the note before the edit. If another view has changed the note in between, the two edits are merged. */
  change('setNote', { on: ItemRef, note: z.string(), from: z.optional(z.string()) }),
  /**
   * With `quiet`, the change adds no step to the history. The person did not ask for such a change: opening an article,
   * for example, marks it as read.
   */
  change('setFlag', { articleId: z.uuid(), flag: Flag, value: z.boolean(), quiet: z.optional(z.boolean()) }),
  change('addAnnotation', { articleId: z.uuid(), annotationId: z.uuid(), draft: AnnotationDraft }),
  change('setColor', { annotationId: z.uuid(), color: Color }),
  /** Gives a mark a new place in the text. */
  change('moveAnnotation', { annotationId: z.uuid(), target: Target }),
  change('deleteAnnotation', { annotationId: z.uuid() }),
  /**
   * Sets the person's own value of a field; the page's value is kept beside it. Without `to`, removes the person's
   * value, so that the page's value counts again.
   */
  change('correctField', { articleId: z.uuid(), field: z.enum(CORRECTABLE), to: z.optional(Corrected) }),
  change('addCorrection', { articleId: z.uuid(), correction: TaskCorrection }),
  change('removeCorrection', { articleId: z.uuid(), correctionId: z.string() }),
  change('deleteArticle', { articleId: z.uuid() }),
  /** Keeps a snapshot of the page with its article. `sha256` is that of the text with which the page was saved. */
  change('keepSnapshot', {
    articleId: z.uuid(),
    snapshotId: z.uuid(),
    sha256: z.string(),
    file: z.instanceof(Blob),
  }),
  change('deleteSnapshot', { snapshotId: z.uuid() }),
  /** Erases all snapshots for good. */
  change('eraseSnapshots', {}),
  /** Restores a deleted item from the trash. */
  change('restore', { trashId: z.string() }),
  /** Adds the descriptions of tags and the trash entries of an exported file, where the collection lacks them. */
  change('importExtras', { importId: z.uuid(), tags: z.array(TagInfo), trash: z.array(TrashEntry) }),
  /** Undoes all changes of an import. */
  change('undoImport', { importId: z.uuid() }),
  /** Erases a deleted item for good. */
  change('erase', { trashId: z.string() }),
]);
export type Change = z.infer<typeof Change>;
export type ChangeType = Change['type'];
export type ChangeOf<T extends ChangeType> = Extract<Change, { type: T }>;

/** The result of a change to the collection. */
export const Outcome = z.object({
  /** False where nothing had to change, or where the item to be changed no longer exists. */
  changed: z.boolean(),
  /** The article or the mark that was changed; null where it no longer exists. */
  articleId: z.nullable(z.string()),
  annotationId: z.nullable(z.string()),
  /** True where the page was saved for the first time. */
  created: z.boolean(),
});
export type Outcome = z.infer<typeof Outcome>;
