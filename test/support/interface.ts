import en from '../../public/_locales/en/messages.json';
import zh from '../../public/_locales/zh_CN/messages.json';

const LANGUAGES = { zh_CN: zh, en } as Record<string, Record<string, { message: string }>>;

let current = 'zh_CN';

/** Sets the language of the interface for the following tests. `locale` is the name of a folder in `_locales`. */
export function setLanguage(locale: keyof typeof LANGUAGES): void {
  current = locale;
}

/** The texts of the interface as `browser.i18n` returns them, from the files that the extension has. */
function getMessage(key: string, values: string[] = []): string {
  const { message } = LANGUAGES[current]![key] ?? { message: '' };
  return message.replace(/\$(\d)/g, (_, n) => values[Number(n) - 1] ?? '');
}

// Must be imported before any module that imports `wxt/browser`.
(globalThis as { chrome?: unknown }).chrome = {
  runtime: { id: 'test', getManifest: () => ({ version: '0.1.0' }) },
  i18n: { getMessage, getUILanguage: () => LANGUAGES[current]!.languageTag!.message },
};
