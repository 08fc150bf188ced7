import { z } from '../zod.ts';
import { rowShape } from './row.ts';

/** The largest snapshot that is kept, in bytes. */
export const MOST_SNAPSHOT_BYTES = 25 * 2 ** 20;

/**
 * A page as it was when it was saved, with its pictures, as the browser wrote it down in one MHTML file. This row
 * describes the file; the file itself is in a table of its own, under the same id.
 */
export const Snapshot = z.object({
  id: z.uuid(),
  ...rowShape,
  articleId: z.uuid(),
  /** SHA-256 of the captured text with which the snapshot was made: the version of the article. */
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** When the snapshot was made: ISO 8601, UTC. */
  capturedAt: z.iso.datetime(),
  /** The size of the file in bytes. */
  size: z.int().check(z.minimum(0)),
  /** SHA-256 of the file, in lower-case hexadecimal. */
  fileSha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});
export type Snapshot = z.infer<typeof Snapshot>;

/** How many files of snapshots are stored, and their size in bytes. Includes those in the trash. */
export const SnapshotTotal = z.object({
  files: z.int().check(z.minimum(0)),
  bytes: z.int().check(z.minimum(0)),
});
export type SnapshotTotal = z.infer<typeof SnapshotTotal>;
