import { DateOrDateTime } from '../../article/schema.ts';
import {
  CORRECTABLE,
  type Correctable,
  corrected,
  type FieldCorrections,
} from '../../record/fieldCorrections.ts';
import type { SavedArticle } from '../../record/schema.ts';
import { formatDate, t } from '../i18n.ts';

/** The value of a field that can be corrected. */
type Value = string | string[] | null;

/** A field as the user edits it: the words now in its input, and the words that were read from the page. */
export type FieldRow = { field: Correctable; label: string; words: string; page: string };

/** The words that the input of a field shows for a value. */
const wordsOf = (field: Correctable, value: Value): string =>
  Array.isArray(value) ? value.join('、') : field === 'publishedAt' ? formatDate(value) : (value ?? '');

/** The fields of an article that can be corrected, with their present values. */
export function fieldRows(saved: SavedArticle): FieldRow[] {
  const { article } = corrected(saved);
  return CORRECTABLE.map((field) => ({
    field,
    label: t(`field_${field}`),
    words: wordsOf(field, article[field]),
    page: wordsOf(field, saved.article[field]),
  }));
}

const WRITTEN = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+(\d{1,2}):(\d{2}))?$/;

/** Parses a typed date as ISO 8601. A typed time counts as Chinese time. Null where the words are no date. */
function dateOf(typed: string): string | null {
  const [, year, month, day, hour, minute] = WRITTEN.exec(typed) ?? [];
  if (!year) return null;
  const two = (part: string) => part.padStart(2, '0');
  const date = `${year}-${two(month!)}-${two(day!)}`;
  const written = hour ? `${date}T${two(hour)}:${minute}:00+08:00` : date;
  const at = new Date(`${date}T00:00:00Z`);
  const isDay = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date);
  const isTime = !hour || (Number(hour) < 24 && Number(minute) < 60);
  return isDay && isTime && DateOrDateTime.safeParse(written).success ? written : null;
}

/** Separators between authors. A blank does not separate, because names in other languages contain blanks. */
const BETWEEN = /[、,，;；]/;

/** Parses the typed words of a field. Returns null or an empty list for no words, undefined for an invalid date. */
function fieldValue(field: Correctable, typed: string): Value | undefined {
  const words = typed.trim();
  if (field === 'authors')
    return words
      .split(BETWEEN)
      .map((one) => one.trim())
      .filter(Boolean);
  if (field === 'title') return words;
  if (words === '') return null;
  return field === 'publishedAt' ? (dateOf(words) ?? undefined) : words;
}

/**
 * The changes to store, for fields whose typed words differ from before. A field that has the page's value again gets
 * no correction. `wrong`: the fields with invalid words.
 */
export function fieldChanges(
  rows: FieldRow[],
  typed: Partial<Record<Correctable, string>>,
): { changes: [Correctable, FieldCorrections[Correctable]][]; wrong: Correctable[] } {
  const changes: [Correctable, FieldCorrections[Correctable]][] = [];
  const wrong: Correctable[] = [];
  for (const { field, words, page } of rows) {
    const now = typed[field];
    if (now === undefined || now.trim() === words) continue;
    if (now.trim() === page) {
      changes.push([field, undefined]);
      continue;
    }
    const value = fieldValue(field, now);
    if (value === undefined) wrong.push(field);
    else changes.push([field, value]);
  }
  return { changes, wrong };
}
