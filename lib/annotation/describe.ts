import type { RangeSelector, Selector, TextQuoteSelector, XPathSelector } from './schema.ts';
import { type FoldedText, indexString, rawOffset, type TextIndex } from './textIndex.ts';

/** Context kept on either side at first, and at most, in UTF-16 units. */
const CONTEXT = 32;
const MOST_CONTEXT = 256;

/** Where a folded text holds these words, at most `most` places. */
export function occurrences(text: string, words: string, most = 10_000): number[] {
  const places: number[] = [];
  if (words === '') return places;
  for (let at = text.indexOf(words); at >= 0 && places.length < most; at = text.indexOf(words, at + 1))
    places.push(at);
  return places;
}

/** The words from `start` to `end` (UTF-16 units of `text`) with as much around them as makes them unique. */
export function quoteOf(text: string | FoldedText, span: { start: number; end: number }): TextQuoteSelector {
  const raw = typeof text === 'string' ? text : text.raw;
  const exact = raw.slice(span.start, span.end);
  let context = CONTEXT;
  const around = () => ({
    prefix: raw.slice(Math.max(0, span.start - context), span.start),
    suffix: raw.slice(span.end, span.end + context),
  });
  // A stock phrase in a stock sentence needs more than 32 units to be told from its twins.
  while (context < MOST_CONTEXT) {
    const { prefix, suffix } = around();
    const whole = prefix + exact + suffix;
    const first = raw.indexOf(whole);
    if (raw.indexOf(whole, first + 1) < 0) break;
    context *= 2;
  }
  return { type: 'TextQuoteSelector', exact, ...around() };
}

function pathOf(node: Node, root: Node): string {
  const steps: string[] = [];
  for (let one: Node | null = node; one && one !== root && one.nodeType === 1; one = one.parentNode) {
    const name = (one as Element).tagName.toLowerCase();
    let place = 1;
    for (let before = (one as Element).previousElementSibling; before; before = before.previousElementSibling)
      if (before.tagName === (one as Element).tagName) place++;
    steps.unshift(`${name}[${place}]`);
  }
  return `/${steps.join('/')}`;
}

/** An end of a range as the XPath of its element below the index's root, and an offset into that element's text. */
function endSelector(container: Node, offset: number, root: Node): XPathSelector {
  const element = container.nodeType === 1 ? container : (container.parentNode ?? root);
  const before = (root.ownerDocument ?? (root as Document)).createRange();
  before.setStart(element, 0);
  before.setEnd(container, offset);
  const at = before.toString().length;
  return {
    type: 'XPathSelector',
    value: pathOf(element, root),
    refinedBy: { type: 'TextPositionSelector', start: at, end: at },
  };
}

/** Describes a range in three ways (W3C Web Annotation 4.2), so that one holds where another fails. */
export function describe(range: Range, index: TextIndex): Selector[] {
  const start = rawOffset(index, range.startContainer, range.startOffset);
  const end = Math.max(start, rawOffset(index, range.endContainer, range.endOffset));
  const rangeSelector: RangeSelector = {
    type: 'RangeSelector',
    startSelector: endSelector(range.startContainer, range.startOffset, index.root),
    endSelector: endSelector(range.endContainer, range.endOffset, index.root),
  };
  return [quoteOf(index, { start, end }), { type: 'TextPositionSelector', start, end }, rangeSelector];
}

/** How many units two texts share, read from their ends (`back`) or from their beginnings. */
export function sharedLength(a: string, b: string, back: boolean): number {
  const most = Math.min(a.length, b.length);
  let n = 0;
  while (n < most && (back ? a[a.length - 1 - n] === b[b.length - 1 - n] : a[n] === b[n])) n++;
  return n;
}

/**
 * Where a quote stands in a plain text, as UTF-16 offsets; null where it does not, or where its context
 * cannot tell two places apart. White space and width of characters do not count.
 */
export function locateQuote(quote: TextQuoteSelector, text: string): { start: number; end: number } | null {
  const folded = indexString(text);
  const exact = indexString(quote.exact).folded;
  const prefix = indexString(quote.prefix).folded;
  const suffix = indexString(quote.suffix).folded;
  const ranked = occurrences(folded.folded, exact)
    .map((at) => ({
      at,
      score:
        sharedLength(folded.folded.slice(Math.max(0, at - prefix.length), at), prefix, true) +
        sharedLength(
          folded.folded.slice(at + exact.length, at + exact.length + suffix.length),
          suffix,
          false,
        ),
    }))
    .sort((a, b) => b.score - a.score);
  const [best, next] = ranked;
  if (!best || (next && next.score === best.score)) return null;
  return spanOf(folded, best.at, exact.length);
}

/** Folded offset and length → raw span, without the white space around it. */
export function spanOf(text: FoldedText, at: number, length: number): { start: number; end: number } {
  return { start: text.toRaw[at]!, end: text.toRaw[at + length - 1]! + 1 };
}
