import { type Day, endOfPart, yearOf } from '../../../chinese/calendar.ts';

/** The period after which a deadline recurs. */
export type Recurrence = 'year' | 'quarter' | 'month' | 'week';

/**
 * What the words of a deadline mean: the last day (`date`), the first day (`from`) and how often it recurs (`every`).
 * Days are ISO 8601 calendar dates, or null where no calendar gives the day.
 */
type Reading = { date: string | null; from?: string | null; every?: Recurrence | null };

/**
 * Words for an act that ends a piece of work or hands over its result. Directly after a day or a part of the year
 * they show that the time is a limit. Before 的 they only describe a thing: 6月完工的路段 (the road section finished in
 * June).
 */
export const DONE =
  '(?:(?:全面|全部|基本|正式|如期|率先)?(?:上线|启用|开通|到位|建成|建好|完成|完工|办结|竣工|投用|投产|通车|达标|见效|见底|清零|销号|验收|交付|交账|兑现|上会|提交|提请|拿出|出台|印发|公布|上报|报送|报备|挂牌|开学|开园|开业|开工|复课|复航|封顶|合龙|汇总)(?![的后了以]|之日))';

/** One way to write deadlines, such as a month with 前 (before) after it: 6月底前 (before the end of June). */
export type DeadlineForm = {
  name: string;
  /**
   * Words, separated by blanks. Every match of the pattern contains one of them, so a text without them is not
   * searched.
   */
  signs: string;
  pattern: RegExp;
  /**
   * Turns the matched words into days; `now` is the day of publication, from which relative words count. Gives null
   * where the words are no limit on that day. In a text of 2025, 2024年产量达到三万吨 (in 2024 output reached 30,000 tons)
   * only reports.
   */
  read: (words: string, now: Day | null) => Reading | null;
};

/**
 * Returns the last day of the part of a year that words name: 9月底 in 2025年9月底. `year` matches the year at their
 * beginning. Returns null where the words name no year and the day of publication is unknown.
 */
export function endOf(words: string, now: Day | null, year: RegExp): string | null {
  const named = yearOf(words, now);
  return named === null ? null : endOfPart(named, words.replace(year, ''));
}
