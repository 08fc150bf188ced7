import { type Day, iso, PART, YEAR } from '../../chinese/calendar.ts';
import { matchesIn } from '../../chinese/patterns.ts';
import type { Span } from '../schema.ts';
import { DEADLINES } from './deadlineForms/deadlineForms.ts';
import { endOf, type Recurrence } from './deadlineForms/form.ts';

/** A deadline with its place in the text. Its dates are ISO 8601 calendar days. */
export type FoundDeadline = Span & {
  date: string | null;
  from: string | null;
  every: Recurrence | null;
};

/**
 * Finds the deadline in a table cell or in a line of its own. Deadlines are worded briefly there, so a day or a part of
 * the year counts even without 前.
 */
export function deadlineOfCell(text: string, cell: Span, publishedAt: string | null): FoundDeadline[] {
  const found = deadlinesIn(text, cell, publishedAt);
  if (found.length) return found;
  const { words } = withoutGaps(text.slice(cell.start, cell.end));
  if (/^(?:全年|年内)$/.test(words))
    return [{ ...cell, date: endOfYear(publishedAt), from: null, every: null }];
  const bare = BARE.exec(words);
  // 秋季学期第三周 (third week of the autumn term) is a time limit although no calendar gives its day. 每周 (every week) is
  // only a frequency.
  if (!bare)
    return words.length <= LONGEST_CELL && TIME_IN_CELL.test(words) && !NO_LIMIT.test(words)
      ? [{ ...cell, date: null, from: null, every: null }]
      : [];
  const date = endOf(words, dayOf(publishedAt), /^(?:20\d{2}|[今本明])年/);
  return [{ ...cell, date, from: null, every: null }];
}
const endOfYear = (publishedAt: string | null): string | null => {
  const now = dayOf(publishedAt);
  return now && iso(now.year, 12, 31);
};

/** The greatest length of a time limit in a cell, in UTF-16 units. */
const LONGEST_CELL = 16;
/** Words that show a time limit in a cell, although no calendar may give its day: 第三周, 学期, 汛期前. */
const TIME_IN_CELL = /[前后内末底]$|第[一二三四五六七八九十\d]+[周月天]|学期|假|节/;
/** Words for a frequency (每), a beginning (起) or something permanent (长期), which set no time limit. */
const NO_LIMIT = /长期|持续|坚持|常态|全程|随时|每|日常|定期|适时|起/;

/** A day, month, quarter or half of a year without further words. */
const BARE = new RegExp(`^(?:${YEAR})?(?:${PART})?(?<=.)(?:底|末)?$`);

/** Reads the calendar day of an ISO 8601 date. */
function dayOf(publishedAt: string | null): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(publishedAt ?? '');
  return match && { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}

const FORMS = DEADLINES.map((form) => ({ ...form, signs: form.signs.split(' ') }));
/** The signs of all forms of deadlines. Words without one of them are not tried on each form, to save time. */
const SIGNS = new RegExp([...new Set(FORMS.flatMap(({ signs }) => signs))].join('|'));
const hasOne = (words: string, signs: string[]): boolean => signs.some((sign) => words.includes(sign));

/**
 * What may stand inside a date without changing it: blanks beside its digits (9 月 30 日前), and the day of the week in
 * brackets (4月10日（周二）前).
 */
const GAP =
  /(?<=\d)[ \u00a0\u3000]{1,3}(?=[年月日号时点前])|(?<=[年月日号时点在于至到])[ \u00a0\u3000]{1,3}(?=\d)|(?<=[月日号])[ \u00a0\u3000]{1,3}(?=[前底末])|(?<=[日号])[ \u00a0\u3000]{0,3}（[本下]?(?:周|星期|礼拜)[一二三四五六日天]）[ \u00a0\u3000]{0,3}/g;
const HAS_GAP = /[ \u00a0\u3000]|（[本下]?(?:周|星期|礼拜)/;

/**
 * Takes the gaps out of dates. `at` turns an offset in the words without gaps into one in the words as written.
 * `isEnd` says whether that offset is the end of a date, and not its beginning.
 */
function withoutGaps(written: string): { words: string; at: (place: number, isEnd: boolean) => number } {
  if (!HAS_GAP.test(written)) return { words: written, at: (place) => place };
  const gaps = matchesIn(written, GAP);
  return {
    words: written.replace(GAP, ''),
    at: (place, isEnd) => {
      let own = place;
      for (const { index, 0: gap } of gaps) {
        // Leaves a gap outside the date if it stands before the beginning or after the end.
        if (index > own || (index === own && isEnd)) break;
        own += gap.length;
      }
      return own;
    },
  };
}

/**
 * Finds the deadlines in a span of folded text (see `fold`), in their order and without overlaps. 日前 (recently) and
 * 此前 (before this) end with 前 (before), but speak of the past, so they are no deadlines.
 */
export function deadlinesIn(text: string, span: Span, publishedAt: string | null): FoundDeadline[] {
  const { words, at } = withoutGaps(text.slice(span.start, span.end));
  const taken: FoundDeadline[] = [];
  if (!/[年月日天晚时周季期节内前末叶]/.test(words) || !SIGNS.test(words)) return [];
  const now = dayOf(publishedAt);
  for (const { signs, pattern, read } of FORMS)
    for (const match of hasOne(words, signs) ? matchesIn(words, pattern) : []) {
      const own = match[0].replace(/^(?:在|于|用|力争|确保|争取|计划)/, '');
      const place = match.index + match[0].length - own.length;
      const start = span.start + at(place, false);
      const end = span.start + at(place + own.length, true);
      const isTaken = (place: number) => taken.some((one) => one.start <= place && place < one.end);
      if (isTaken(start) || isTaken(end - 1)) continue;
      const days = read(own, now);
      if (!days) continue;
      const { date, from = null, every = null } = days;
      taken.push({ start, end, date, from, every });
    }
  return taken.sort((a, b) => a.start - b.start);
}
