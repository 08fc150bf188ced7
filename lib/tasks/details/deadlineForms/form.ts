import type { Day } from '../../../chinese/calendar.ts';

/** The period after which a deadline recurs. */
export type Recurrence = 'year' | 'quarter' | 'month' | 'week';

/**
 * What the words of a deadline mean: the last day (`date`), the first day (`from`) and how often it recurs (`every`).
 * Days are ISO 8601 calendar dates, or null where no calendar gives the day.
 */
type Reading = { date: string | null; from?: string | null; every?: Recurrence | null };

/** One way to write deadlines, such as a month before 前: 6月底前. */
export type DeadlineForm = {
  name: string;
  /**
   * Words, separated by blanks. Every match of the pattern contains one of them, so a text without them is not
   * searched.
   */
  signs: string;
  pattern: RegExp;
  /** Turns the matched words into days; `now` is the day of publication, from which relative words count. */
  read: (words: string, now: Day | null) => Reading;
};
