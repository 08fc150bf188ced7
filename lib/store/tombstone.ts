import type { Revision } from '../record/row.ts';
import { type Tombstone, type TrashKind, trashId } from '../record/trash.ts';

/** The time (ISO 8601, UTC) and the revision of a deletion. */
type Deletion = { now: string; revision: Revision };

/** The record of the deletion of an item that cannot be restored. */
export const tombstoneOf = (
  { now, revision }: Deletion,
  kind: TrashKind,
  id: string,
  articleId: string | null,
): Tombstone => ({
  id: trashId(kind, id),
  created: now,
  modified: now,
  revision,
  schema: 1,
  kind,
  articleId,
  deletedAt: now,
  label: '',
});

/**
 * Turns the tombstone (the record of a deletion) of an item in the trash into that of an item erased for good.
 * Removes what only the view of the trash needs.
 */
export const erasedTombstone = (
  { now, revision }: Deletion,
  { expires: _, ...rest }: Tombstone,
): Tombstone => ({ ...rest, label: '', modified: now, revision });
