import {
  compactDate,
  datesIn,
  firstDate,
  isDateOnly,
  relativeDate,
  signedDate,
} from '../../chinese/dates.ts';
import type { Line } from '../metadata/line.ts';
import { isPlaceOfEvent } from '../metadata/lineKinds.ts';
import { EDGE, isLinkItem } from '../page/lines.ts';
import { SIGNER } from './signature.ts';

/**
 * The date in a labelled value. A relative date (3小时前) is counted back from `now`, the time of capture. Three forms
 * need care. 114-09-03 is in 2025, because Taiwan counts the years of the Republic. 23-06-15 is in 2023. In Thu Feb 02
 * 10:30:00 CST 2023, as Java prints a date, CST is China's time.
 */
export const dateOf = (value: string, now: Date | undefined): string | null =>
  firstDate(value) ??
  relativeDate(value, now) ??
  signedDate(value) ??
  compactDate(value) ??
  firstDate(
    value
      .replace(/^1[01]\d(?=[-/.]\d)/, (year) => `${Number(year) + 1911}`)
      .replace(/^[012]\d[-/.]\d/, '20$&')
      .replace(/^\w{3} (\w{3}) (\d\d) ([\d:]{8}) CST (\d{4})$/, (_, month, day, time, year) =>
        new Date(`${month} ${day} ${year} ${time} UTC`).toJSON().replace(/\..*/, ''),
      ),
  );

/** Whether a line is an item in a list of links to other pages. */
export const isItem = ({ element }: Line): boolean => {
  if (element.closest('a')) return true;
  const card = element.parentElement;
  return (card?.textContent ?? '').length < 120 && !!card?.querySelector('a[href]');
};

/**
 * Whether the line above is a label alone in its cell, so that a date below belongs to that label: 成文日期 (date of
 * writing) | 2023-02-02.
 */
const isLabelled = (above: Line | undefined): boolean => !!above && above.alone !== null;

/** A time of day in a line below its date: 2024年5月7日（星期二） (Tuesday), then 香港時間18時32分 (18:32, Hong Kong time). */
const CLOCK = /^(?:香港|北京|台北)[时時][间間]\s?\d/;
/** A day in English: 12 · Jun 2023, June 12, 2023. */
const ENGLISH = /^(?:\d{1,2}\s[A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\s\d{1,2}),?\s20\d\d$/;
/**
 * Returns the date whose day, month and year are in two or three elements or lines, like a leaf of a calendar: 06 ·
 * 2018/11, 11-06 · 2018, 2018 · 11-06 · 16:48, 06 · 11月 · 2018.
 */
function leafOf(text: string, below: string, time = ''): string | null | undefined {
  const leaf = /^[\d./月-]{1,7}年?$/.test(text) ? text + EDGE + below : text;
  if (leaf.length > 18) return null;
  if (ENGLISH.test(leaf)) return new Date(`${leaf} UTC`).toJSON()?.slice(0, 10);
  const [, a, b, c] = /^(\d+)[-/.年月\t]+(\d+)[-/.年月\t]+(\d+)[月日年]?$/.exec(leaf) ?? [];
  if (!c || !leaf.includes(EDGE)) return null;
  const order =
    a!.length > 2 ? [a, b, c] : b!.length > 2 ? [b, c, a] : /\t.*月/.test(leaf) ? [c, b, a] : [c, a, b];
  return `${order.join('-')} ${/^[\d:]{4,8}$/.test(time) ? time : ''}`;
}

/**
 * The date in a line of metadata without a label. Takes the first such date, with the time from a later line if that
 * has the same day. Ignores sentences, the note under the title of a law (2007年6月29日…通过: adopted on that day), and
 * dates after another label, such as 施行日期： (in force from). `above`: 1 if the lines are in reverse order, so that the
 * line above is the next one; else −1. `ofHidden`: reads only the lines that the page hides.
 */
export function bareDate(lines: Line[], now: Date | undefined, above = -1, ofHidden = false): string | null {
  const found: string[] = [];
  for (const [i, line] of lines.entries()) {
    const { text, hidden } = line;
    if (text.length > 100 || !!hidden !== ofHidden) continue;
    const below = lines[i - above]?.text ?? '';
    const words =
      leafOf(text, below, lines[i + 2]?.text) ??
      text.replaceAll(EDGE, ' ').replace(/^[012]\d(?=(-\d\d){2} \d)/, '20$&') +
        (CLOCK.test(below) ? ` ${below}` : '');
    const signed = words.length < 40 && !/\d/.test(words) ? signedDate(words) : null;
    const [date] = signed ? [{ iso: signed, index: 0 }] : datesIn(words);
    const ago = date ? [] : text.split(EDGE).flatMap((part) => relativeDate(part, now) ?? []);
    if (!date && ago.length === 0) continue;
    const over = lines[i + above];
    // If the first element has only the date, a comma in the text after it does not make the line a sentence:
    // 2023-02-02 10:30 | 全文300字，阅读需要1分钟 (300 characters, one minute to read).
    const own = isDateOnly(text.split(EDGE, 1)[0]!) ? '' : text;
    if (
      isLabelled(over) ||
      isPlaceOfEvent(below) ||
      /[。，；]|(?:通过|批准|公布|修订|修正)[）)]?$/.test(own) ||
      // A date below the person who signed a decree is the date of the decree.
      (over && SIGNER.test(over.text)) ||
      isLinkItem(line.element)
    )
      continue;
    if (date && !/[:：]\s?$/.test(words.slice(0, date.index))) found.push(date.iso);
    found.push(...ago);
  }
  const [day] = found;
  return found.find((iso) => iso.length > 10 && iso.startsWith(day!.slice(0, 10))) ?? day ?? null;
}

/**
 * The date of a line whose text lacks the year. Takes it from a `<time>`: <time
 * datetime="2024-01-03T18:07:52+08:00">01-03 18:07</time>. Else takes the date with the same day and time from the
 * page's source.
 */
export function timedElement(head: Line[], doc: Document): string | null {
  for (const { element, text } of head.slice(0, 8)) {
    if (!/\d{1,2}:\d{2}|\d{1,2}[-月/]\d{1,2}/.test(text)) continue;
    const time = element.closest('time') ?? element.parentElement?.querySelector('time[datetime]');
    const [, month, day, clock] = /(?<![-年/\d])(\d\d)[-月/](\d\d)日? (\d\d:\d\d)/.exec(text) ?? [];
    const iso = firstDate(
      time?.getAttribute('datetime') ??
        (clock &&
          new RegExp(`20\\d\\d-${month}-${day}[ T]${clock}`).exec(doc.documentElement.innerHTML)?.[0]) ??
        '',
    );
    if (iso) return iso;
  }
  return null;
}
