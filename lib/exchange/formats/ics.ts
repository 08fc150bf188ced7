import type { CollectionFormat } from '../formats.ts';
import { icsOf } from '../ics.ts';

/** A calendar with the deadlines of tasks as all-day events (iCalendar, RFC 5545). */
export const ics: CollectionFormat = {
  scope: 'collection',
  group: 'tables',
  id: 'ics',
  label: 'format_ics',
  extension: 'ics',
  mime: 'text/calendar;charset=utf-8',
  write: async (bundles, generator, now) => icsOf(bundles, generator, now),
};
