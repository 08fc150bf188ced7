import { z } from '../zod.ts';

/**
 * Identifies the change that wrote a row. `counter` rises with every change in a database; `device` is that database's
 * UUID. Of two revisions of one row, the one with the higher counter is later, whatever the clocks showed.
 */
export const Revision = z.object({ counter: z.int().check(z.minimum(0)), device: z.string() });
export type Revision = z.infer<typeof Revision>;

/** The revision given to rows that were stored before rows had revisions. */
export const FIRST_REVISION: Revision = { counter: 0, device: '' };

/** The properties that every stored row has beside its `id`. */
export const rowShape = {
  /** When the row was created: ISO 8601, UTC. */
  created: z.iso.datetime(),
  /** When the row was last changed: ISO 8601, UTC. */
  modified: z.iso.datetime(),
  revision: Revision,
  /** The version of the row's form; see migrate.ts. */
  schema: z.int().check(z.minimum(1)),
} as const;
