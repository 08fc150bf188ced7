import type { Deadline, NamedDocument, QuantityTarget, Speaker } from '../../tasks/schema.ts';
import { formatNumber, t } from '../i18n.ts';

/** The dates of a deadline for display; empty where none could be computed. */
export function deadlineDays({ date, from, every }: Deadline): string {
  const recurs = every && t(`every_${every}`);
  const days = from && date ? t('deadlineFromTo', from, date) : date;
  if (recurs) return days ? `${recurs} · ${t('deadlineFirst', days)}` : recurs;
  return days ? (from ? days : t('deadlineBy', days)) : '';
}

/**
 * A short form of a deadline: its words, followed by the date where the words name no year, as in 两年内 (within two
 * years).
 */
export const deadlineShort = ({ text, date, every }: Deadline): string =>
  date && !every && !/\d{4}/.test(text) ? `${text} · ${date}` : text;

/**
 * Formats a quantitative target for display: 地表水优良比例 不低于 85% (share of good surface water: at least 85%). Returns the
 * whole clause where the text does not say what is measured.
 */
export function targetWords({ text, quantity, value, unit, direction }: QuantityTarget): string {
  if (!quantity) return text;
  return `${quantity} ${t(`direction_${direction}`)} ${formatNumber(value)}${unit}`;
}

/** The most organisations that a short form names. Where there are more, it adds how many there are in all. */
const MOST_BODIES = 3;

/** Shortens a list of the organisations that must do a task. */
export function bodiesShort(bodies: string[]): string {
  const names = bodies.slice(0, MOST_BODIES).join('、');
  return bodies.length > MOST_BODIES ? t('moreBodies', names, bodies.length) : names;
}

/** A speaker's title and name, as in 市委书记顾清源 (city party secretary Gu Qingyuan). */
export const speakerWords = ({ title, name }: Speaker): string => `${title ?? ''}${name}`;

export const actWords = (act: NamedDocument['act']): string => t(`act_${act}`);

/** Encloses a document's title in 《》, the Chinese title marks, unless the text contains them already. */
export const withTitleMarks = (title: string): string => (/^[《〈]/.test(title) ? title : `《${title}》`);
