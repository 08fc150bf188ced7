import { z } from '../zod.ts';
import { rowShape } from './row.ts';

/** What can be deleted and restored. */
export const TrashKind = z.enum(['article', 'annotation', 'correction', 'tag', 'snapshot']);
export type TrashKind = z.infer<typeof TrashKind>;

/** The id of an entry in the trash, made from the deleted item's kind and id. */
export const trashId = (kind: TrashKind, id: string): string => `${kind}:${id}`;

/** For how many days a deleted item can be restored. */
export const TRASH_DAYS = 30;

/**
 * The record that something was deleted. When the deleted content is erased, this record stays, but loses `label` and
 * `expires`.
 */
export const Tombstone = z.object({
  /** The `trashId` of the deleted item. */
  id: z.string(),
  ...rowShape,
  kind: TrashKind,
  /** The deleted article, or the article that the deleted item belonged to; null for a tag. */
  articleId: z.nullable(z.uuid()),
  /** When the item was deleted: ISO 8601, UTC. */
  deletedAt: z.iso.datetime(),
  /** When the content may be erased, ISO 8601, UTC; absent after erasure. */
  expires: z.optional(z.iso.datetime()),
  /** The headline, or the words of a mark, by which a person recognises the deleted item. */
  label: z.string(),
});
export type Tombstone = z.infer<typeof Tombstone>;

/** A stored row, unchanged. It is migrated only when it is restored. */
const RawRow = z.record(z.string(), z.unknown());

/** The tag that stands before a tag on an article or a mark; null where the tag is the first. */
export const TagBefore = z.nullable(z.string());

/** The content of a deleted item: everything that the deletion removed. */
export const TrashContent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('article'),
    article: RawRow,
    texts: z.array(RawRow),
    annotations: z.array(RawRow),
    /** The rows of the snapshots; their files stay in their table until the article is erased for good. */
    snapshots: z.optional(z.array(RawRow)),
  }),
  z.object({ kind: z.literal('annotation'), annotation: RawRow }),
  z.object({ kind: z.literal('correction'), correction: RawRow }),
  z.object({
    kind: z.literal('tag'),
    tag: z.string(),
    articleIds: z.array(z.uuid()),
    annotationIds: z.array(z.uuid()),
    /** The tag before the deleted one, by the id of the article or mark. Earlier versions did not record it. */
    before: z.optional(z.record(z.uuid(), TagBefore)),
  }),
  z.object({ kind: z.literal('snapshot'), snapshot: RawRow }),
]);
export type TrashContent = z.infer<typeof TrashContent>;

/** The deleted content. It has the same id as its tombstone. */
export const TrashRow = z.object({ id: z.string(), ...rowShape, content: TrashContent });
export type TrashRow = z.infer<typeof TrashRow>;

/** An entry of the trash as it is exported: the record of the deletion, and the deleted content. */
export const TrashEntry = z.object({ tombstone: Tombstone, row: TrashRow });
export type TrashEntry = z.infer<typeof TrashEntry>;
