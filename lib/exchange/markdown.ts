/** Escapes whatever Markdown would read as markup (CommonMark 2.4, 2.5), at the beginning of a line too. */
export const escapedMarkdown = (words: string): string =>
  words
    .replace(/[\\`*_[\]#|~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^([-+])(?=\s)/, '\\$1');
