import { z } from '../zod.ts';

/**
 * Why a row was set aside: it is against its schema, of an unknown newer form, or of an article that does not exist.
 */
export const QuarantineReason = z.enum(['invalid', 'newer', 'orphan']);
export type QuarantineReason = z.infer<typeof QuarantineReason>;

/** A row that could not be read, unchanged. */
export const QuarantineRow = z.object({
  /** The row's table and its key there. */
  id: z.string(),
  table: z.string(),
  key: z.unknown(),
  reason: QuarantineReason,
  /** What is wrong with the row, for whoever repairs it. */
  message: z.string(),
  /** When the row was set aside, ISO 8601, UTC. */
  at: z.iso.datetime(),
  raw: z.unknown(),
});
export type QuarantineRow = z.infer<typeof QuarantineRow>;
