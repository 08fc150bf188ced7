import { iso, twoDigits } from './calendar.ts';
import { numeral } from './numerals.ts';
import { inUnits, matchesIn } from './patterns.ts';

/** A day, or a moment of a day, that a text names. `index` and `length` are its place in the text, in UTF-16 units. */
export type FoundDate = { iso: string; index: number; length: number; hasTime: boolean };

// Dates with a year in digits. They have many forms: 2023/2/2 10:30:45, 2023年02月02日 10:30, 2023-02-02T10:30:45+08:00,
// 2007-08-20-23:59:59, 2023-2-2 下午3:05, 2023-02-02 10:30 PM, 2023－02－02, ２０２３年２月２日. Some templates omit the blank:
// 2023-02-0210:30. Others put year, day and time in separate elements: 2023 02/02 10:30. Excludes years of the lunar
// calendar (农历) and of the Republic (民国), because they are not years of the common calendar.
const DATE =
  /(?<!\d|(?:[农農阴陰佛夏][历曆]|民[国國])\s?)((?:19|20)\d{2})(?:\s*(?:年|[-/.—–])|\s(?=\d{1,2}\s?[/-]\s?\d{1,2}\s+\d{1,2}:))\s*(\d{1,2})\s*(?:月|[-/.—–])\s*(\d{2}(?=\d{2}[:：])|\d{1,2}(?!\d))\s*日?(?:[\sT,，\-—|　]{0,4}(?:HKT\s)?(?:[（(]?(?:星期|周)[一二三四五六日天][）)]?\s{0,2})?(?:(?:香港|北京|台北)[时時][间間]\s?)?(上午|下午|晚上|凌晨|早上|中午)?\s?(\d{1,2})\s*[:：时時]\s*(\d{1,2})(?:\s*[:：分]\s*(\d{1,2}))?(?:\.\d+)?\s*([AP]M\b|Z\b|[+-]\d{2}:?\d{2})?)?/gi;

/** Full-width digits and separators, in which some templates print dates. */
const WIDE = /[０-９－／．]/g;
const narrow = (text: string): string =>
  text.replace(WIDE, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

/** Writes year, month and day as a date in ISO 8601. Returns null where the calendar has no such day. */
const dayOf = (year: string, month: string, day: string): string | null =>
  iso(Number(year), Number(month), Number(day));

/** A year, or a full-width digit. Every date has one and most lines have none, so this quick pattern is tried first. */
const YEAR = /(?:19|20)\d\d|[０-９]/;

/** Finds every date with a year in a text. Reads a time without a zone as China's time, +08:00. */
export function datesIn(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  if (!YEAR.test(text)) return found;
  for (const match of matchesIn(narrow(text), DATE)) {
    const [whole, year, month, day, half, hour, minute, second, zone] = match;
    const date = dayOf(year!, month!, day!);
    if (!date) continue;
    const [late, early] = [/[下晚]|PM/i.test(half ?? zone ?? ''), /凌|AM/i.test(half ?? zone ?? '')];
    const clock = Number(hour) + (late && Number(hour) < 12 ? 12 : early && hour === '12' ? -12 : 0);
    const hasTime = hour !== undefined && clock < 24 && Number(minute) < 60 && Number(second ?? 0) < 60;
    const offset =
      !zone || /m/i.test(zone)
        ? '+08:00'
        : /z/i.test(zone)
          ? '+00:00'
          : zone.replace(/^(...)(\d\d)$/, '$1:$2');
    const time = hasTime ? `T${twoDigits(clock)}:${twoDigits(minute!)}:${twoDigits(second ?? '0')}` : '';
    // Converts times in UTC, which machines write, because a reader wants the hour and the day in China.
    const moment = !time
      ? date
      : offset === '+00:00'
        ? inChina(Date.parse(`${date}${time}Z`))
        : date + time + offset;
    found.push({ iso: moment, index: match.index, length: whole.length, hasTime });
  }
  return found;
}

/** Returns the first date of a text as ISO 8601, or null. */
export const firstDate = (text: string): string | null => datesIn(text)[0]?.iso ?? null;

/** Whether a text is a date and little else: at most four further UTF-16 units. */
export const isDateOnly = (text: string): boolean => {
  const [date] = datesIn(text);
  return !!date && text.length - date.length <= 4;
};

const BEIJING = 8 * 3_600_000;

/**
 * Writes a moment (milliseconds since 1970) in ISO 8601 as Beijing's clock shows it. The result ends with Z, which is
 * wrong, so callers cut the end off.
 */
const inBeijing = (moment: number): string => new Date(moment + BEIJING).toISOString();

/** Writes a moment (milliseconds since 1970) in ISO 8601 at +08:00, to the second. */
const inChina = (moment: number): string => `${inBeijing(moment).slice(0, 19)}+08:00`;

/**
 * Turns a moment that a script of the page gives in seconds or milliseconds since 1970 (1675305000) into ISO 8601 at
 * +08:00. Returns null for any other text.
 */
export const epochDate = (text: string): string | null =>
  /^1\d{9}(?:\d{3})?$/.test(text) ? inChina(Number(text.padEnd(13, '0'))) : null;

const DAYS_AGO: Record<string, number> = { 今天: 0, 昨天: 1, 昨日: 1, 前天: 2 };

/**
 * A time counted back from the moment when the page was captured: 3小时前 (three hours ago). Group 1 is the number,
 * group 2 the unit.
 */
const AGO = inUnits(
  /^(\d{1,3})\s*(分[钟鐘]|[个個]?小[时時]|天)\s*(?:之?前)(?![\p{Script=Han}\d](?<!发|更|來|来))/u,
);

/**
 * Reads a time relative to the time of capture as ISO 8601 at +08:00: `3小时前` (three hours ago), `刚刚` (just now), `昨天
 * 10:30` (yesterday), `2天前` (two days ago). Returns null for any other text: `日前` and `近日` (both: recently) name no
 * day, and the missing year of `10-08 12:00` is not guessed.
 */
export function relativeDate(text: string, now: Date | undefined): string | null {
  if (!now) return null;
  const words = text.trim();
  const ago = AGO.exec(words);
  if (ago) {
    const count = Number(ago[1]);
    if (ago[2] === '天') return inBeijing(now.getTime() - count * 86_400_000).slice(0, 10);
    const back = count * (/分/.test(ago[2]!) ? 60_000 : 3_600_000);
    return `${inBeijing(now.getTime() - back).slice(0, 16)}:00+08:00`;
  }
  if (/^(刚刚|剛剛)(\s|发布|更新|$)/.test(words)) return `${inBeijing(now.getTime()).slice(0, 16)}:00+08:00`;
  const day = /^(今天|昨天|昨日|前天)\s*(?:(\d{1,2})[:：](\d{2}))?(?=\s|$)/.exec(words);
  if (!day) return null;
  const date = inBeijing(now.getTime() - DAYS_AGO[day[1]!]! * 86_400_000).slice(0, 10);
  const valid = day[2] !== undefined && Number(day[2]) < 24 && Number(day[3]) < 60;
  return valid ? `${date}T${twoDigits(day[2]!)}:${day[3]}:00+08:00` : date;
}

/** Reads a year that is written digit by digit: 二〇一九 → 2019. */
const yearNumber = (digits: string): number =>
  Number(
    [...digits.replace(/[○零Ｏ０]/g, '〇')].map((digit) => '〇一二三四五六七八九'.indexOf(digit)).join(''),
  );

/**
 * Reads the date at the foot of a document, `二〇一九年一月二十二日`, as an ISO 8601 calendar date. Returns null where the text
 * has none.
 */
export function signedDate(text: string): string | null {
  const match =
    /(?<![农農阴陰][历曆]|民[国國])([一二][一二三四五六七八九〇○零Ｏ０]{3})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日/u.exec(
      text,
    );
  if (!match) return null;
  return iso(yearNumber(match[1]!), numeral(match[2]!) ?? 0, numeral(match[3]!) ?? 0);
}

/**
 * Reads a date in digits without separators, as in `20190918062300` or in the address `/202302/t20230202_5231.html`.
 * Returns it as ISO 8601, with the time if the digits have one, or null.
 */
export function compactDate(text: string): string | null {
  const match = /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?(?!\d)/.exec(text);
  const date = match && dayOf(match[1]!, match[2]!, match[3]!);
  if (!match || !date) return null;
  const [hour, minute] = [match[4], match[5]];
  const timed = hour !== undefined && Number(hour) < 24 && Number(minute) < 60;
  return timed ? `${date}T${hour}:${minute}:${match[6] ?? '00'}+08:00` : date;
}

/**
 * Reads the day in a page's address: `/2023-02/02/`, `/20230202/`, `/202302/t20230202_5231.html`. Returns null where
 * the address has none.
 */
export function dateInAddress(url: string): string | null {
  if (!/^https?:/.test(url) || !URL.canParse(url)) return null;
  const { pathname } = new URL(url);
  const named = /\/((?:19|20)\d{2})(?:[-/_](\d{1,2})|(\d{2}))[-/_](\d{1,2})(?=\/|_|\.|$)/.exec(pathname);
  if (named) return dayOf(named[1]!, named[2] ?? named[3]!, named[4]!);
  return compactDate(pathname.replace(/[a-z_]/gi, ' '))?.slice(0, 10) ?? null;
}
