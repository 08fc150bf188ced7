import { z } from '../zod.ts';

/**
 * Why a row is in the quarantine. `invalid`: it breaks its schema. `newer`: it has an unknown newer form. `orphan`: its
 * article does not exist.
 */
export const QuarantineReason = z.enum(['invalid', 'newer', 'orphan']);
export type QuarantineReason = z.infer<typeof QuarantineReason>;

/** The quarantine's record of a row that could not be read. `raw` is the row, unchanged. */
export const QuarantineRow = z.object({
  /** Made from the row's table and its key; see `quarantineId`. */
  id: z.string(),
  table: z.string(),
  key: z.unknown(),
  reason: QuarantineReason,
  /** What is wrong with the row, for a person who repairs it. */
  message: z.string(),
  /** When the row was moved to the quarantine: ISO 8601, UTC. */
  at: z.iso.datetime(),
  raw: z.unknown(),
});
export type QuarantineRow = z.infer<typeof QuarantineRow>;
