import { type Day, iso } from './calendar.ts';

/** Festivals on a fixed day of the common calendar: pattern of the name, month, day. */
const FIXED: readonly [RegExp, number, number][] = [
  [/元旦/, 1, 1],
  [/五一/, 5, 1],
  [/六一/, 6, 1],
  [/七一/, 7, 1],
  [/八一/, 8, 1],
  [/国庆|十一/, 10, 1],
];
/** Festivals on a fixed day of the lunar calendar: pattern of the name, month, day. */
const LUNAR: readonly [RegExp, number, number][] = [
  [/春节/, 1, 1],
  [/元宵/, 1, 15],
  [/端午/, 5, 5],
  [/中秋/, 8, 15],
];

const DAY = 86_400_000;
/**
 * Gives month and day of a moment in the Chinese lunar calendar, from Unicode CLDR, which all supported browsers have.
 * Created only when a lunar festival is found, because loading the calendar takes longer than reading a page.
 */
let lunarCalendar: Intl.DateTimeFormat | null = null;

/** Caches the days already looked up, because the browser's lunar calendar is slow. */
const known = new Map<string, number | null>();

/**
 * Finds a day of the lunar year that begins in the common year `year`, as milliseconds since 1970. Returns null where
 * the browser lacks the Chinese calendar.
 */
function lunarDay(year: number, month: number, day: number): number | null {
  const key = `${year}-${month}-${day}`;
  let found = known.get(key);
  if (found === undefined) {
    found = searchedDay(year, month, day);
    known.set(key, found);
  }
  return found;
}

function searchedDay(year: number, month: number, day: number): number | null {
  // Begins the search near the day: the first lunar month begins between 21 January and 20 February, and each further
  // month 29 or 30 days after the one before.
  const from = Date.UTC(year, 0, 20) + Math.floor((month - 1) * 29.5 + day - 1) * DAY;
  lunarCalendar ??= new Intl.DateTimeFormat('en-u-ca-chinese', {
    timeZone: 'UTC',
    month: 'numeric',
    day: 'numeric',
  });
  for (let i = -2; i < 66; i++) {
    const parts = lunarCalendar.formatToParts(from + i * DAY);
    const value = (type: string) => parts.find((part) => part.type === type)?.value;
    // A leap month is written 6bis, so it differs from the ordinary month, in which the festival falls.
    if (value('month') === String(month) && value('day') === String(day)) return from + i * DAY;
  }
  return null;
}

/**
 * Computes the day of 清明 (Tomb-Sweeping Day) in April, for a year of this century, as milliseconds since 1970. The day
 * follows the sun, so each year since 2000 adds the length of a solar year.
 */
const clearAndBright = (year: number): number => {
  const years = year - 2000;
  return Date.UTC(year, 3, Math.floor(years * 0.2422 + 4.81) - Math.floor(years / 4));
};

function dayOfFestival(words: string, year: number): number | null {
  if (/清明/.test(words)) return clearAndBright(year);
  if (/除夕/.test(words)) {
    const spring = lunarDay(year, 1, 1);
    return spring && spring - DAY;
  }
  const fixed = FIXED.find(([name]) => name.test(words));
  if (fixed) return Date.UTC(year, fixed[1] - 1, fixed[2]);
  const lunar = LUNAR.find(([name]) => name.test(words));
  return lunar ? lunarDay(year, lunar[1], lunar[2]) : null;
}

/**
 * Computes the last day before a festival (春节前, 国庆节前) as an ISO 8601 calendar date. Takes the festival of the year that
 * the words name, or else the next one after the day `now`. Returns null for a season, or a festival whose day no
 * calendar gives.
 */
export function eveOf(words: string, now: Day): string | null {
  const named = /(20\d{2})年/.exec(words);
  const relative = /([今本明])年/.exec(words);
  const year = named ? Number(named[1]) : now.year + (relative?.[1] === '明' ? 1 : 0);
  let day = dayOfFestival(words, year);
  if (day !== null && !named && !relative && day <= Date.UTC(now.year, now.month - 1, now.day))
    day = dayOfFestival(words, year + 1);
  if (day === null) return null;
  const eve = new Date(day - DAY);
  return iso(eve.getUTCFullYear(), eve.getUTCMonth() + 1, eve.getUTCDate());
}
