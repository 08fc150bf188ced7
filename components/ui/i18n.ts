import { browser } from 'wxt/browser';
import type messages from '../../public/_locales/zh_CN/messages.json';

export type MessageKey = keyof typeof messages;

/** A sentence of the interface in the browser's language. */
export const t = (key: MessageKey, ...values: (string | number)[]): string =>
  browser.i18n.getMessage(key as never, values.map(String)) || key;

/** The sentence for an error's code. */
export const errorText = (error: unknown): string => {
  const code = (error as { code?: string } | null)?.code ?? 'unexpected';
  return browser.i18n.getMessage(`error_${code}` as never) || t('error_unexpected');
};

/** The interface's language as BCP 47. */
export const language = (): string => browser.i18n.getUILanguage();

/** Tells the document its language, for fonts and screen readers. */
export function setDocumentLanguage(title: MessageKey): void {
  document.documentElement.lang = language().startsWith('zh') ? 'zh-CN' : 'en';
  document.title = t(title);
}

/** A date or a moment (ISO 8601) in the interface's words; moments in the offset that they are written in. */
export function formatDate(iso: string | null): string {
  if (!iso) return '';
  const [date, time] = iso.split('T');
  return time ? `${date} ${time.slice(0, 5)}` : date!;
}

/** A moment in UTC (ISO 8601), in the reader's own time. */
export const formatMoment = (iso: string): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
