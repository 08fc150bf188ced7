import { type Alignment, align, carry, isOthers, placeIn, placeNear } from './align.ts';
import { findLike } from './approximate.ts';
import { type FoldedQuote, foldQuote, spanOf, weigh } from './context.ts';
import { chooseExact, NOT_TAKEN, type Taken, trust } from './exact.ts';
import type { Place } from './place.ts';
import type { CapturedSpan, Selector, TextQuoteSelector } from './schema.ts';
import {
  boundaryAt,
  type FoldedText,
  foldedOffset,
  foldWords,
  indexString,
  type TextIndex,
} from './textIndex.ts';

/** `found`: the very words, where they belong. `moved`: like words, to be confirmed. `missing`: not on this page. */
export type Anchored = { state: 'found' | 'moved'; range: Place } | { state: 'missing'; range: null };

const MISSING: Anchored = { state: 'missing', range: null };

/** Units that have to be the same around words carried over from the captured text, to need no other proof. */
const PROOF = 40;
/** Fewer say nothing. */
const HINT = 12;

function placedRaw(state: 'found' | 'moved', index: TextIndex, start: number, end: number): Anchored {
  const from = boundaryAt(index, start, 'start');
  const to = boundaryAt(index, end, 'end');
  if (!from || !to) return MISSING;
  return {
    state,
    range: {
      startContainer: from.node,
      startOffset: from.offset,
      endContainer: to.node,
      endOffset: to.offset,
    },
  };
}

function placed(state: 'found' | 'moved', index: TextIndex, at: number, end: number): Anchored {
  const span = spanOf(index, at, end - at);
  return placedRaw(state, index, span.start, span.end);
}

/** The words of a captured text with their places on the page. */
type Carried = { text: FoldedText; alignment: Alignment };

/** The page as it was: the usual case, and the only one that needs no search and no folding. */
function unchanged({ raw }: TextIndex, { prefix, exact, suffix }: TextQuoteSelector, start: number): boolean {
  return (
    raw.startsWith(exact, start) &&
    raw.startsWith(suffix, start + exact.length) &&
    start >= prefix.length &&
    raw.startsWith(prefix, start - prefix.length)
  );
}

/** The words' folded span in the captured text; null where they do not stand there. */
function spanIn(text: FoldedText, { start, end }: CapturedSpan, exact: string) {
  if (end > text.raw.length || start >= end) return null;
  const from = foldedOffset(text, start);
  const to = foldedOffset(text, end);
  const same = text.raw.slice(start, end) === exact || text.folded.slice(from, to) === foldWords(exact);
  return same && to > from ? { from, to } : null;
}

function search(index: TextIndex, quote: FoldedQuote, hint: number | null, taken: Taken): Anchored {
  const choice = chooseExact(index.folded, quote, hint, taken);
  if (typeof choice === 'object')
    return placed(choice.sure ? 'found' : 'moved', index, choice.at, choice.at + quote.exact.length);
  // Also where the words stand elsewhere: the ones meant may have been edited, and a twin of them not.
  const like = findLike(index.folded, quote, taken);
  return like ? placed('moved', index, like.at, like.end) : MISSING;
}

/**
 * Finds described words on a page. Of several places with the very words the context decides, then the
 * position; where neither does, the mark is missing: no mark is better than one on other words. `carried`
 * says where the captured text's words stand on the page, `captured` which of them are meant.
 */
function locate(
  selectors: Selector[],
  index: TextIndex,
  captured: CapturedSpan | null,
  carried: () => Carried | null,
): Anchored {
  const selector = selectors.find((one) => one.type === 'TextQuoteSelector');
  if (!selector || selector.exact === '') return MISSING;
  const position = selectors.find((one) => one.type === 'TextPositionSelector');
  if (position && unchanged(index, selector, position.start))
    return placedRaw('found', index, position.start, position.start + selector.exact.length);
  const known = captured && carried();
  const span = known && spanIn(known.text, captured, selector.exact);
  if (known && span) {
    const { alignment } = known;
    const { from, to } = span;
    const place = placeIn(alignment, from, to);
    if (place && place.around >= PROOF) return placed('found', index, place.at, place.at + to - from);
    const quote = foldQuote(selector);
    if (place) {
      const candidate = weigh(index.folded, quote, place.at, place.at + to - from);
      const choice = trust(quote, candidate);
      if (typeof choice === 'object' && choice.sure)
        return placed('found', index, place.at, place.at + to - from);
      if (place.around >= HINT) return placed('moved', index, place.at, place.at + to - from);
    }
    const rest = place ? null : carry(alignment, from, to);
    if (rest) return placed('moved', index, rest.at, rest.end);
    const taken: Taken = (at, end) => isOthers(alignment, at, end, from);
    return search(index, quote, placeNear(alignment, from), taken);
  }
  const quote = foldQuote(selector);
  if (quote.exact === '') return MISSING;
  return search(index, quote, position ? foldedOffset(index, position.start) : null, NOT_TAKEN);
}

export const anchor = (selectors: Selector[], index: TextIndex): Anchored =>
  locate(selectors, index, null, () => null);

/**
 * Anchors many marks on one reading of the page, by their ids. `texts` are captured texts of the article by
 * their SHA-256: with them, words said more than once are carried over to their own place.
 */
export function anchorAll(
  annotations: { id: string; target: { selector: Selector[]; captured?: CapturedSpan | null } }[],
  index: TextIndex,
  texts: ReadonlyMap<string, string> = new Map(),
): Map<string, Anchored> {
  const aligned = new Map<string, Carried | null>();
  const carried = (sha256: string): Carried | null => {
    const known = aligned.get(sha256);
    if (known !== undefined) return known;
    const raw = texts.get(sha256);
    const text = raw === undefined ? null : indexString(raw);
    const made = text && { text, alignment: align(text.folded, index.folded) };
    aligned.set(sha256, made);
    return made;
  };
  return new Map(
    annotations.map(({ id, target: { selector, captured = null } }) => [
      id,
      locate(selector, index, captured, () => captured && carried(captured.sha256)),
    ]),
  );
}
