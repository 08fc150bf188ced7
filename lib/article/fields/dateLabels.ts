import { relativeDate } from '../../chinese/dates.ts';
import type { LabelledValue, Place } from '../metadata/labelled.ts';
import type { LabelledField } from '../metadata/labelTable.ts';
import { dateOf } from './dateLines.ts';
import type { Evidence } from './evidence.ts';
import type { Rule } from './rule.ts';

type Dated = { one: LabelledValue; date: string };

/** The first labelled value that is a date and is at one of these places on the page. */
export function labelledDate(
  { labelled, now }: Evidence,
  field: LabelledField,
  ...places: Place[]
): Dated | null {
  for (const one of labelled.all(field)) {
    const date = places.includes(one.place) ? dateOf(one.value, now) : null;
    if (date) return { one, date };
  }
  return null;
}

type Row = Omit<Rule<'publishedAt'>, 'field'>;

/**
 * Makes the rules for one label at some places on the page. One rule reads ordinary lines. One reads a relative time,
 * such as 3小时前 (3 hours ago), which is less certain. One reads a document's header; `head` needs none, because values
 * at that place count as ordinary lines.
 */
export function labelRules(name: string, field: LabelledField, ...places: Place[]): Row[] {
  const row = (origin: Row['origin'], confidence: number, prefix: string, wanted: boolean[]): Row => ({
    name: prefix + name,
    origin,
    confidence,
    read: (page) => {
      const found = labelledDate(page, field, ...places);
      if (!found) return null;
      const inHeader = page.labelled.hasHeader && found.one.place !== 'head';
      const isRelative = relativeDate(found.one.value, page.now) !== null;
      return wanted[0] === isRelative && (wanted[1] ?? inHeader) === inHeader ? found.date : null;
    },
  });
  const rows = [
    row('labelled-line', 0.97, '', [false, false]),
    row('labelled-line', 0.7, 'relative-', [true]),
  ];
  return places[0] === 'head'
    ? rows
    : [row('document-header', 0.97, 'document-header-', [false, true]), ...rows];
}

/**
 * The date in a document's header or above the headline, if its label names it the date of publication (发布, 公布, 公开,
 * 发表).
 */
export function calledPublished({ labelled, now }: Evidence): string | null {
  const called = labelled
    .all('publishedAt')
    .find(({ place, label }) => /before|header/.test(place) && /[发公]布|公开|发表/.test(label));
  return called ? dateOf(called.value, now) : null;
}
