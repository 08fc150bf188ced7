/** Removes the characters that XML 1.0 forbids (2.2): controls, lone surrogates. */
export const xmlCharacters = (words: string): string =>
  words.toWellFormed().replace(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');

/** Escapes words for an XML element or a quoted attribute. */
export const xmlEscaped = (words: string): string =>
  xmlCharacters(words)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
