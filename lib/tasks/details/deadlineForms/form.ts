import { type Day, endOfPart, yearOf } from '../../../chinese/calendar.ts';

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

/**
 * Returns the last day of the part of a year that words name: 9月底 in 2025年9月底. `year` matches the year at their
 * beginning. Returns null where the words name no year and the day of publication is unknown.
 */
export function endOf(words: string, now: Day | null, year: RegExp): string | null {
  const named = yearOf(words, now);
  return named === null ? null : endOfPart(named, words.replace(year, ''));
}
