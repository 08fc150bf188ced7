import type { TextQuoteSelector } from '../annotation/schema.ts';
import { pageOf } from './route.ts';

/** The length (UTF-16 units) above which a quote is shortened to its first and last 20 units. */
const WHOLE = 40;
const END = 20;

/** Adds a text fragment (WICG) to an address. A browser that opens the address finds and highlights the words. */
export function addressWithFragment(url: string, quote: Pick<TextQuoteSelector, 'exact'> | null): string {
  if (!quote) return url;
  // Hyphens are encoded, because in a text fragment they mark a prefix or a suffix.
  // Half of a surrogate pair cannot be encoded: where the quote was shortened, drops it; elsewhere, replaces it.
  const whole = (words: string) => words.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '').toWellFormed();
  const encode = (words: string) => encodeURIComponent(whole(words)).replaceAll('-', '%2D');
  const line = (quote.exact.trim().split('\n')[0] ?? '').trimEnd();
  const fragment =
    line.length <= WHOLE ? encode(line) : `${encode(line.slice(0, END))},${encode(line.slice(-END))}`;
  const page = pageOf(url);
  return `${page}${page.includes('#') ? '' : '#'}:~:text=${fragment}`;
}
