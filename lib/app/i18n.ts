import { browser } from 'wxt/browser';
import type { ColorId } from '../annotation/colors.ts';
import type { MessageKey } from '../messageKey.ts';

export type { MessageKey };

/** The language of the interface's messages (BCP 47), which can differ from the browser's own language. */
export const language = (): string => browser.i18n.getMessage('languageTag' as never) || 'zh-CN';

/**
 * Returns a message of the interface. A message such as `$1 task | $1 tasks` lists plural forms, in the order of the
 * language's CLDR plural categories (one, other …). The first value then selects the form.
 */
export function t(key: MessageKey, ...values: (string | number)[]): string {
  const message = browser.i18n.getMessage(key as never, values.map(String)) || key;
  const [count] = values;
  // Chooses no plural form if a value is a string. It may come from a web page, and a bar (|) in it must not be read as
  // the separator of two forms.
  if (typeof count !== 'number' || values.some((value) => typeof value === 'string')) return message;
  const forms = message.split(' | ');
  // Makes no `PluralRules` for a message with one form, because making them takes longer than everything else here.
  if (forms.length === 1) return message;
  const rules = new Intl.PluralRules(language());
  const at = rules.resolvedOptions().pluralCategories.sort(byCategory).indexOf(rules.select(count));
  return forms[at] ?? forms.at(-1)!;
}

const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'];
const byCategory = (a: string, b: string) => CATEGORIES.indexOf(a) - CATEGORIES.indexOf(b);

/** The name of a colour, followed by what the colour means to the person, if anything. */
export const colorName = (color: ColorId, meaning = ''): string =>
  meaning ? t('colorMeaning', t(`color_${color}`), meaning) : t(`color_${color}`);

/** The message for the code of an error. */
export const errorText = (error: unknown): string => {
  const code = (error as { code?: string } | null)?.code ?? 'unexpected';
  return browser.i18n.getMessage(`error_${code}` as never) || t('error_unexpected');
};

/** Formats a date or a moment (ISO 8601). A moment stays in the time zone in which it is written. */
export function formatDate(iso: string | null): string {
  if (!iso) return '';
  const [date, time] = iso.split('T');
  return time ? `${date} ${time.slice(0, 5)}` : date!;
}

/** Formats a moment (ISO 8601, UTC) in the interface's language and in the time zone of the person. */
export const formatMoment = (iso: string): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));

/** A number formatted in the interface's language, with all its decimals. */
export const formatNumber = (value: number, grouped = true): string =>
  new Intl.NumberFormat(language(), { maximumFractionDigits: 6, useGrouping: grouped }).format(value);
