/**
 * Escapes characters that Markdown would read as markup (CommonMark 2.4, 2.5), including those that are markup only at
 * the beginning of a line.
 */
export const escapedMarkdown = (words: string): string =>
  words
    .replace(/[\\`*_[\]#|~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^([-+])(?=\s)/, '\\$1');
