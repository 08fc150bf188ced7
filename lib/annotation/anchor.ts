import approxSearch from 'approx-string-match';
import { occurrences, sharedLength, spanOf } from './describe.ts';
import type { Selector } from './schema.ts';
import { boundaryAt, foldedOffset, indexString, type TextIndex } from './textIndex.ts';

/** A range by its boundaries, as `StaticRange` and `Range` have it. */
export type Place = { startContainer: Text; startOffset: number; endContainer: Text; endOffset: number };

/** `found`: the very words, where they belong. `moved`: like words, to be confirmed. `missing`: not on this page. */
export type Anchored = { state: 'found' | 'moved'; range: Place } | { state: 'missing'; range: null };

const MISSING: Anchored = { state: 'missing', range: null };

/** Share of a quote's units that may differ in an approximate match. */
const TOLERANCE = 0.2;
/** Bit-parallel matching takes time in proportion to the quote; a longer one is tried by its beginning. */
const LONGEST_APPROXIMATE = 400;

function placeOf(index: TextIndex, at: number, length: number): Place | null {
  const { start, end } = spanOf(index, at, length);
  const from = boundaryAt(index, start, 'start');
  const to = boundaryAt(index, end, 'end');
  return from && to
    ? { startContainer: from.node, startOffset: from.offset, endContainer: to.node, endOffset: to.offset }
    : null;
}

/**
 * Finds described words on a page. Of several places with the very words the context decides, then the
 * position; where neither does, the mark is missing: no mark is better than one on other words.
 */
export function anchor(selectors: Selector[], index: TextIndex): Anchored {
  const quote = selectors.find((one) => one.type === 'TextQuoteSelector');
  const position = selectors.find((one) => one.type === 'TextPositionSelector');
  if (!quote) return MISSING;
  const { folded: exact } = indexString(quote.exact);
  if (exact === '') return MISSING;
  const { folded: prefix } = indexString(quote.prefix);
  const { folded: suffix } = indexString(quote.suffix);
  const text = index.folded;
  const agreement = (at: number, end: number) =>
    sharedLength(text.slice(Math.max(0, at - prefix.length), at), prefix, true) +
    sharedLength(text.slice(end, end + suffix.length), suffix, false);
  const found = (at: number): Anchored => {
    const range = placeOf(index, at, exact.length);
    return range ? { state: 'found', range } : MISSING;
  };

  const places = occurrences(text, exact);
  if (places.length) {
    const ranked = places
      .map((at) => ({ at, score: agreement(at, at + exact.length) }))
      .sort((a, b) => b.score - a.score);
    const best = ranked.filter(({ score }) => score === ranked[0]!.score);
    const full = prefix.length + suffix.length;
    // Short words that only happen to stand here too need some of their context with them.
    const trusted = exact.length >= 12 || full === 0 || ranked[0]!.score >= Math.min(4, full);
    if (best.length === 1 && trusted) return found(best[0]!.at);
    if (best.length > 1 && position) {
      const hint = foldedOffset(index, position.start);
      const exactPlace = best.find(({ at }) => at === hint);
      if (exactPlace) return found(exactPlace.at);
    }
    return MISSING;
  }
  return approximately(index, exact, agreement);
}

function approximately(
  index: TextIndex,
  exact: string,
  agreement: (at: number, end: number) => number,
): Anchored {
  if (exact.length < 8 || exact.length > LONGEST_APPROXIMATE) return MISSING;
  const matches = approxSearch(index.folded, exact, Math.floor(exact.length * TOLERANCE));
  if (matches.length === 0) return MISSING;
  const fewest = Math.min(...matches.map(({ errors }) => errors));
  const [best] = matches
    .filter(({ errors }) => errors === fewest)
    .sort((a, b) => agreement(b.start, b.end) - agreement(a.start, a.end));
  const range = best && best.end > best.start ? placeOf(index, best.start, best.end - best.start) : null;
  return range ? { state: 'moved', range } : MISSING;
}

/** Anchors many marks on one reading of the page, by their ids. */
export function anchorAll(
  annotations: { id: string; target: { selector: Selector[] } }[],
  index: TextIndex,
): Map<string, Anchored> {
  return new Map(annotations.map(({ id, target }) => [id, anchor(target.selector, index)]));
}
