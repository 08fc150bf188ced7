import { z } from '../zod.ts';

/** Why a row was set aside: it is out of form, of a form that is not known yet, or of an article that is not there. */
export const QuarantineReason = z.enum(['invalid', 'newer', 'orphan']);
export type QuarantineReason = z.infer<typeof QuarantineReason>;

/** A row that could not be read, as it was found. */
export const QuarantineRow = z.object({
  /** Its table and its key there. */
  id: z.string(),
  table: z.string(),
  key: z.unknown(),
  reason: QuarantineReason,
  /** What is wrong with it, for whoever mends it. */
  message: z.string(),
  /** When it was set aside, ISO 8601, UTC. */
  at: z.iso.datetime(),
  raw: z.unknown(),
});
export type QuarantineRow = z.infer<typeof QuarantineRow>;
