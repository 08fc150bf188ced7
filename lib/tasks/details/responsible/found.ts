import type { Span } from '../../schema.ts';

/** A public body that a task names, and whether it leads the work (牵头), where the words give it a role. */
export type FoundBody = Span & { leads?: boolean };
