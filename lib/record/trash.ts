import { z } from '../zod.ts';
import { rowShape } from './row.ts';

/** What can be deleted and brought back. */
export const TrashKind = z.enum(['article', 'annotation', 'correction', 'tag']);
export type TrashKind = z.infer<typeof TrashKind>;

/** The id in the trash of what was deleted. */
export const trashId = (kind: TrashKind, id: string): string => `${kind}:${id}`;

/** How long what was deleted can be brought back, in days. */
export const TRASH_DAYS = 30;

/** That something was deleted. It stays, without `label` and `expires`, when its content is erased. */
export const Tombstone = z.object({
  /** `trashId` of what was deleted. */
  id: z.string(),
  ...rowShape,
  kind: TrashKind,
  /** The article that it belongs to, or that it is; null for a tag. */
  articleId: z.nullable(z.uuid()),
  /** ISO 8601, UTC. */
  deletedAt: z.iso.datetime(),
  /** When the content may be erased, ISO 8601, UTC; absent once it is. */
  expires: z.optional(z.iso.datetime()),
  /** A headline, the words of a mark: by what a person knows it again. */
  label: z.string(),
});
export type Tombstone = z.infer<typeof Tombstone>;

/** A stored row as it was; it is migrated when it is put back. */
const RawRow = z.record(z.string(), z.unknown());

/** What was deleted, whole. */
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

/** The content of a tombstone's row, under the same id. */
export const TrashRow = z.object({ id: z.string(), ...rowShape, content: TrashContent });
export type TrashRow = z.infer<typeof TrashRow>;
