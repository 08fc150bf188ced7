/**
 * Matches characters that are invisible, or that change how other words look or are copied: control characters except
 * tab and line ends (C0, C1), the soft hyphen, annotation characters, and tag characters. Also zero-width and
 * bidirectional characters (Unicode 16, 23.2; UTR 36, 2.10).
 */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
const UNPAIRED = /[\uD800-\uDFFF]/gu;
/**
 * The zero-width joiner. It stays within an emoji that is made of several characters, because it changes the picture.
 */
const JOINER = '\u200D';
const PICTURE = /\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}\uFE0F]/u;

const isJoining = (text: string, at: number): boolean =>
  PICTURE.test(text.slice(Math.max(0, at - 2), at)) && PICTURE.test(text.slice(at + 1, at + 3));

/**
 * Removes invisible characters, and replaces half of a surrogate pair by U+FFFD, so that no text can look different
 * from what it is. Everything shown, copied or stored as a field goes through this function. Only the captured text
 * stays unchanged, because offsets point into it.
 */
export const plainText = (text: string): string =>
  text
    .replace(UNSEEN, (character, at: number) =>
      character === JOINER && isJoining(text, at) ? character : '',
    )
    .replace(UNPAIRED, '\uFFFD');

/** Applies `plainText` to every string in a value, at any depth. */
export function plainFields<T>(value: T): T {
  if (typeof value === 'string') return plainText(value) as T;
  if (Array.isArray(value)) return value.map(plainFields) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plainFields(one)])) as T;
}
