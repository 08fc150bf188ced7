import { type Alignment, align, carry, isOthers, placeIn, placeNear } from './align.ts';
import { findLike } from './approximate.ts';
import { type FoldedQuote, foldQuote, spanOf, weigh } from './context.ts';
import { chooseExact, NOT_TAKEN, type Taken } from './exact.ts';
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
import { isUnique } from './unique.ts';

/** `found`: the very words, where they belong. `moved`: like words, to be confirmed. `missing`: not on this page. */
export type Anchored = { state: 'found' | 'moved'; range: Place } | { state: 'missing'; range: null };

const MISSING: Anchored = { state: 'missing', range: null };

/** Units that prove a place: the same on either side of the words, those of the words where none are like them. */
const PROOF = 20;
/** Units that make it worth asking whether the words themselves are proof. */
const HINT = 12;
/** The share of a quote's context that is proof. */
const COMPANY = 0.75;

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

/** What ends a sentence, in folded text. */
const END = /[.!?;。]/;

/**
 * Whether the sentence of some words has stayed with them, of which `before` and `after` units have. Parallel
 * sentences (“南堤由街道巡查，发现险情上报” after “西堤由街道巡查，发现险情上报”) differ in little, but within.
 */
const sentenceStays = (text: string, from: number, to: number, before: number, after: number): boolean =>
  (before >= Math.min(PROOF, from) || END.test(text.slice(from - before - 1, from))) &&
  (after >= Math.min(PROOF, text.length - to) || END.test(text.slice(to - 1, to + after)));

/** Finds words by their place in the captured text (folded offsets). */
function carryOver(
  { text, alignment }: Carried,
  { from, to }: { from: number; to: number },
  selector: TextQuoteSelector,
  index: TextIndex,
  hint: number | null,
): Anchored {
  const place = placeIn(alignment, from, to);
  if (place) {
    const { at, before, after } = place;
    const end = at + to - from;
    const once = Math.max(before, after) >= HINT && isUnique(text, from, to) && isUnique(index, at, end);
    if (Math.min(before, after) + (once ? end - at : 0) >= PROOF) return placed('found', index, at, end);
    // At the edge of what has stayed: the words may be those of another paragraph that has come beside it.
    if (once || isUnique(text, from, to) || sentenceStays(text.folded, from, to, before, after)) {
      const { context } = weigh(index.folded, foldQuote(selector), at, end);
      return placed(context >= COMPANY ? 'found' : 'moved', index, at, end);
    }
  }
  const rest = !place && carry(alignment, from, to);
  if (rest) return placed('moved', index, rest.at, rest.end);
  const taken: Taken = (at, end) => isOthers(alignment, at, end, from);
  const found = search(index, foldQuote(selector), placeNear(alignment, from) ?? hint, taken);
  // Where the text has so changed that nothing carries them over, short words prove nothing.
  return found.state === 'found' && to - from < PROOF ? { ...found, state: 'moved' } : found;
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
  const hint = position ? foldedOffset(index, position.start) : null;
  if (known && span) return carryOver(known, span, selector, index, hint);
  const quote = foldQuote(selector);
  if (quote.exact === '') return MISSING;
  return search(index, quote, hint, NOT_TAKEN);
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
