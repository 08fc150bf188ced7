/** Removes characters that XML 1.0 forbids (section 2.2): controls and lone surrogates. */
export const xmlCharacters = (words: string): string =>
  words.toWellFormed().replace(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');

/** Escapes text for an XML element or a quoted attribute. */
export const xmlEscaped = (words: string): string =>
  xmlCharacters(words)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
