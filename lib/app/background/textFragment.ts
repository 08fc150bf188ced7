import type { TextQuoteSelector } from '../../annotation/schema.ts';

/** UTF-16 units of words that are given whole; of longer ones the first and the last 20 are. */
const WHOLE = 40;
const END = 20;

/** An address with a text fragment (WICG), by which the browser itself finds and marks the words. */
export function addressWithFragment(url: string, quote: TextQuoteSelector | null): string {
  if (!quote) return url;
  // A hyphen would be read as the mark of a prefix or suffix.
  const encode = (words: string) => encodeURIComponent(words).replaceAll('-', '%2D');
  const line = (quote.exact.trim().split('\n')[0] ?? '').trimEnd();
  const fragment =
    line.length <= WHOLE ? encode(line) : `${encode(line.slice(0, END))},${encode(line.slice(-END))}`;
  return `${url.replace(/#.*$/, '')}#:~:text=${fragment}`;
}
