/** A moment or a day as it stands in a text, and where. */
export type FoundDate = { iso: string; index: number; length: number; hasTime: boolean };

// 2023/2/2 10:30:45, 2023年02月02日 10:30, 2023-02-02T10:30:45+08:00, 2007-08-20-23:59:59
const DATE =
  /(?<!\d)((?:19|20)\d{2})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})(?!\d)\s*日?(?:[\sT,，\-—|　]{0,4}(\d{1,2})\s*[:：时]\s*(\d{1,2})(?:\s*[:：分]\s*(\d{1,2}))?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?/g;

const two = (digits: string) => digits.padStart(2, '0');

/** Every date of a text. Chinese pages without a zone are read as +08:00. */
export function datesIn(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const match of text.matchAll(DATE)) {
    const [whole, year, month, day, hour, minute, second, zone] = match;
    const date = `${year}-${two(month!)}-${two(day!)}`;
    // 2023-02-31 is no day: Date would carry it into March.
    const valid = new Date(`${date}T00:00:00Z`);
    if (Number.isNaN(valid.getTime()) || valid.getUTCDate() !== Number(day)) continue;
    const hasTime = hour !== undefined && Number(hour) < 24 && Number(minute) < 60;
    const offset = !zone ? '+08:00' : zone === 'Z' ? 'Z' : zone.replace(/^(...)(\d\d)$/, '$1:$2');
    const time = hasTime ? `T${two(hour)}:${two(minute!)}:${two(second ?? '0')}${offset}` : '';
    found.push({ iso: date + time, index: match.index, length: whole.length, hasTime });
  }
  return found;
}

/** The first date of a text as ISO 8601, or null. */
export const firstDate = (text: string): string | null => datesIn(text)[0]?.iso ?? null;

/** A text that holds a date and little else. */
export const isDateOnly = (text: string): boolean => {
  const [date] = datesIn(text);
  return !!date && text.length - date.length <= 4;
};
