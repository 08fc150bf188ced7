import { z } from '../zod.ts';

/**
 * Which write a row is from: `counter` rises with every change that a database takes, `device` is the database's own
 * UUID. Of two revisions of one row the one with the higher counter is the later, whatever the clocks said.
 */
export const Revision = z.object({ counter: z.int().check(z.minimum(0)), device: z.string() });
export type Revision = z.infer<typeof Revision>;

/** The revision of rows that were written before rows had one. */
export const FIRST_REVISION: Revision = { counter: 0, device: '' };

/** What every stored row carries beside its `id`. */
export const rowShape = {
  /** ISO 8601, UTC. */
  created: z.iso.datetime(),
  /** ISO 8601, UTC. */
  modified: z.iso.datetime(),
  revision: Revision,
  /** The version of the row's form; see migrate.ts. */
  schema: z.int().check(z.minimum(1)),
} as const;
