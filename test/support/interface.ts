import en from '../../public/_locales/en/messages.json';
import zh from '../../public/_locales/zh_CN/messages.json';

const LANGUAGES = { zh_CN: zh, en } as Record<string, Record<string, { message: string }>>;

let spoken = 'zh_CN';

/** Makes the interface of the tests that follow speak a language, by the name of its folder in `_locales`. */
export function speak(locale: keyof typeof LANGUAGES): void {
  spoken = locale;
}

/** The sentences of the interface as `browser.i18n` gives them, from the files that are shipped. */
function getMessage(key: string, values: string[] = []): string {
  const { message } = LANGUAGES[spoken]![key] ?? { message: '' };
  return message.replace(/\$(\d)/g, (_, n) => values[Number(n) - 1] ?? '');
}

// To be imported before anything that imports `wxt/browser`.
(globalThis as { chrome?: unknown }).chrome = {
  runtime: { id: 'test' },
  i18n: { getMessage, getUILanguage: () => LANGUAGES[spoken]!.languageTag!.message },
};
