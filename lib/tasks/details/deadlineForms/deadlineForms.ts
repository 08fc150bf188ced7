import { DATES } from './dates.ts';
import type { DeadlineForm } from './form.ts';
import { OCCASIONS } from './occasions.ts';
import { PERIODS } from './periods.ts';

/**
 * All forms of deadlines, exact ones first: where two forms match the same words, the first one counts. The comment
 * above each form gives examples. After `→` stands the day that an example means in a text published on 1 March 2025
 * (`?` for no day).
 */
export const DEADLINES: readonly DeadlineForm[] = [...DATES, ...PERIODS, ...OCCASIONS];
