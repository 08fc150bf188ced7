import { z } from '../zod.ts';
import { rowShape } from './row.ts';

/** What can be deleted and restored. */
export const TrashKind = z.enum(['article', 'annotation', 'correction', 'tag']);
export type TrashKind = z.infer<typeof TrashKind>;

/** The id of a deleted item in the trash. */
export const trashId = (kind: TrashKind, id: string): string => `${kind}:${id}`;

/** For how many days something deleted can be restored. */
export const TRASH_DAYS = 30;

/** The record of a deletion. It stays, without `label` and `expires`, when the content is erased. */
export const Tombstone = z.object({
  /** The `trashId` of what was deleted. */
  id: z.string(),
  ...rowShape,
  kind: TrashKind,
  /** The article that was deleted, or to which it belonged; null for a tag. */
  articleId: z.nullable(z.uuid()),
  /** ISO 8601, UTC. */
  deletedAt: z.iso.datetime(),
  /** When the content may be erased, ISO 8601, UTC; absent after erasure. */
  expires: z.optional(z.iso.datetime()),
  /** The headline or the words of a mark, by which a person recognises what was deleted. */
  label: z.string(),
});
export type Tombstone = z.infer<typeof Tombstone>;

/** A stored row, unchanged; it is migrated when it is restored. */
const RawRow = z.record(z.string(), z.unknown());

/** Everything that a deletion removed. */
export const TrashContent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('article'),
    article: RawRow,
    texts: z.array(RawRow),
    annotations: z.array(RawRow),
  }),
  z.object({ kind: z.literal('annotation'), annotation: RawRow }),
  z.object({ kind: z.literal('correction'), correction: RawRow }),
  z.object({
    kind: z.literal('tag'),
    tag: z.string(),
    articleIds: z.array(z.uuid()),
    annotationIds: z.array(z.uuid()),
  }),
]);
export type TrashContent = z.infer<typeof TrashContent>;

/** The content of a tombstone, under the same id. */
export const TrashRow = z.object({ id: z.string(), ...rowShape, content: TrashContent });
export type TrashRow = z.infer<typeof TrashRow>;

/** Something deleted as it is exported: its tombstone with its content. */
export const TrashEntry = z.object({ tombstone: Tombstone, row: TrashRow });
export type TrashEntry = z.infer<typeof TrashEntry>;
