import type { ArticleBundle } from '../record/schema.ts';
import type { Deadline } from '../tasks/schema.ts';
import { taskListsOf } from './bundle.ts';
import { detailsOf, headingOf, sourceOf } from './taskLists.ts';

/** The most bytes in a line, without its line break (RFC 5545, 3.1). */
const LONGEST_LINE = 75;

const size = (words: string): number => new TextEncoder().encode(words).length;

/** Folds a long line into several, as iCalendar requires. Splits between characters, never within the bytes of one. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  for (const character of line) {
    if (size(current + character) > LONGEST_LINE) {
      lines.push(current);
      current = ' ';
    }
    current += character;
  }
  return [...lines, current].join('\r\n');
}

/** Escapes a value of type TEXT (RFC 5545, 3.3.11), and removes control characters. */
const text = (words: string): string =>
  words
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/[^\P{Cc}\t]/gu, '');

const basicDay = (iso: string): string => iso.replaceAll('-', '');

/** The day after a date, as `20260201`. In iCalendar, an all-day event ends on the day after its last day. */
function dayAfter(iso: string): string {
  const day = new Date(`${iso}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return basicDay(day.toISOString().slice(0, 10));
}

const RULES = {
  year: 'FREQ=YEARLY',
  quarter: 'FREQ=MONTHLY;INTERVAL=3',
  month: 'FREQ=MONTHLY',
  week: 'FREQ=WEEKLY',
};

/**
 * The recurrence rule of a repeated deadline. A deadline on the last day of a month recurs on the last day of each
 * month.
 */
function ruleOf({ every, date }: Deadline): string[] {
  if (!every || !date) return [];
  const isLast = dayAfter(date).endsWith('01') && every !== 'week';
  // Names the month of February too, because its last day is not the same each year.
  const isFebruary = date.slice(5, 7) === '02';
  const day = every !== 'year' ? ';BYMONTHDAY=-1' : isFebruary ? ';BYMONTH=2;BYMONTHDAY=-1' : '';
  return [`RRULE:${RULES[every]}${isLast ? day : ''}`];
}

/**
 * Writes a calendar with an all-day event for each deadline that has a date. The event names the task and the article.
 */
export function icsOf(bundles: ArticleBundle[], generator: string, now = new Date()): string[] {
  const stamp = `${now.toISOString().replace(/[-:]|\.\d+/g, '')}`;
  const events = bundles.flatMap((bundle) => {
    const { saved } = bundle;
    return taskListsOf(bundle).flatMap((list) =>
      list.tasks.flatMap((task) =>
        task.deadlines.flatMap((deadline, i) => {
          const { date } = deadline;
          if (!date || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return [];
          const about = [
            task.text,
            ...detailsOf(task).map(([label, words]) => `${label}：${words}`),
            headingOf(list),
            sourceOf({ ...saved.article, url: saved.url }),
          ];
          return [
            'BEGIN:VEVENT',
            `UID:${saved.id}-${task.start}-${i}@pizhu`,
            `DTSTAMP:${stamp}`,
            `DTSTART;VALUE=DATE:${basicDay(date)}`,
            `DTEND;VALUE=DATE:${dayAfter(date)}`,
            ...ruleOf(deadline),
            `SUMMARY:${text(task.heading || task.text)}`,
            `DESCRIPTION:${text(about.join('\n'))}`,
            ...(URL.canParse(saved.url) ? [`URL:${new URL(saved.url).href}`] : []),
            'TRANSP:TRANSPARENT',
            'END:VEVENT',
          ];
        }),
      ),
    );
  });
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${text(generator).replaceAll('/', '-')}//ZH`,
    'CALSCALE:GREGORIAN',
    ...events,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`);
}
