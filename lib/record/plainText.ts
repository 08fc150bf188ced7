/**
 * Characters that show as nothing and change how other words are seen or copied: controls but tab and line ends (C0, C1),
 * the soft hyphen, zero-width and bidirectional controls (Unicode 16, 23.2; UTR 36, 2.10), annotation characters, tags.
 */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
const UNPAIRED = /[\uD800-\uDFFF]/gu;
/** A joiner within an emoji of several parts is a part of what is seen. */
const JOINER = '\u200D';
const PICTURE = /\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}\uFE0F]/u;

const isJoining = (text: string, at: number): boolean =>
  PICTURE.test(text.slice(Math.max(0, at - 2), at)) && PICTURE.test(text.slice(at + 1, at + 3));

/**
 * Removes invisible characters from a text and replaces halves of characters by U+FFFD. Applies to everything that is
 * shown, copied or kept as a field. Only the captured text stays unchanged, because offsets point into it.
 */
export const plainText = (text: string): string =>
  text
    .replace(UNSEEN, (character, at: number) =>
      character === JOINER && isJoining(text, at) ? character : '',
    )
    .replace(UNPAIRED, '\uFFFD');

/** A value with every string in it as plain text, at any depth. */
export function plainFields<T>(value: T): T {
  if (typeof value === 'string') return plainText(value) as T;
  if (Array.isArray(value)) return value.map(plainFields) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plainFields(one)])) as T;
}
