import type { Deadline, NamedDocument, QuantityTarget, Speaker } from '../../tasks/schema.ts';
import { formatNumber, t } from '../i18n.ts';

/** The days that a deadline means, in the interface's words; empty where they could not be worked out. */
export function deadlineDays({ date, from, every }: Deadline): string {
  const recurs = every && t(`every_${every}`);
  const days = from && date ? t('deadlineFromTo', from, date) : date;
  if (recurs) return days ? `${recurs} · ${t('deadlineFirst', days)}` : recurs;
  return days ? (from ? days : t('deadlineBy', days)) : '';
}

/** A deadline in short: its words, with the day where they tell none by themselves, as 两年内 or 年底前 do. */
export const deadlineShort = ({ text, date, every }: Deadline): string =>
  date && !every && !/\d{4}/.test(text) ? `${text} · ${date}` : text;

/** 地表水优良比例 不低于 85%: a number in the interface's words; its clause where it says of what. */
export function targetWords({ text, quantity, value, unit, direction }: QuantityTarget): string {
  if (!quantity) return text;
  return `${quantity} ${t(`direction_${direction}`)} ${formatNumber(value)}${unit}`;
}

/** 市委书记顾清源 */
export const speakerWords = ({ title, name }: Speaker): string => `${title ?? ''}${name}`;

export const actWords = (act: NamedDocument['act']): string => t(`act_${act}`);

/** A document's title in its marks, which the text may have given already. */
export const titled = (title: string): string => (/^[《〈]/.test(title) ? title : `《${title}》`);
