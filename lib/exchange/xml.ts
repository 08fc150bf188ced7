/** Words without what XML 1.0 has no place for (2.2): controls, lone surrogates. */
export const xmlCharacters = (words: string): string =>
  words.toWellFormed().replace(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');

/** Words as XML, in an element or between double quotes. */
export const xmlEscaped = (words: string): string =>
  xmlCharacters(words)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
