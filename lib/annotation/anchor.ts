import {
  type Alignment,
  align,
  belongsToOthers,
  gapAround,
  isBesideNeighbours,
  mapPassage,
  placeIn,
  placeNear,
} from './align.ts';
import { findSimilar } from './approximate.ts';
import { type FoldedQuote, foldQuote, weigh } from './context.ts';
import { chooseExact, type IsTaken, isQuoteAt, NOT_TAKEN } from './exact.ts';
import { type FoldedText, foldedOffset, foldText, foldWords, spanOf } from './foldedText.ts';
import type { Place } from './place.ts';
import type { CapturedSpan, Selector, TextQuoteSelector } from './schema.ts';
import { placeOfSpan, type TextIndex, withHiddenWords } from './textIndex.ts';
import { isUnique } from './unique.ts';

/**
 * `found`: the place of the words is certain. `moved`: the place was guessed, and a person has to confirm it.
 * `missing`: no place was found.
 */
export type Anchored = { state: 'found' | 'moved'; range: Place } | { state: 'missing'; range: null };

const MISSING: Anchored = { state: 'missing', range: null };

/**
 * How many unchanged characters on each side of some words prove their place. If the words occur only once, their own
 * length counts too.
 */
const PROOF = 20;
/**
 * How many characters on one side must be unchanged before the length of the words themselves counts as proof of their
 * place. Applies to words that occur only once.
 */
const HINT = 12;
/**
 * The length in UTF-16 units from which similar words are accepted at any place. Shorter ones must have the same text
 * beside them as before.
 */
const LONG = 40;
/** The share of a quote's prefix and suffix that must match the text around a place to prove that place. */
const SAME_CONTEXT = 0.75;

function placedRaw(state: 'found' | 'moved', index: TextIndex, start: number, end: number): Anchored {
  const range = placeOfSpan(index, { start, end });
  return range ? { state, range } : MISSING;
}

function placed(state: 'found' | 'moved', index: TextIndex, at: number, end: number): Anchored {
  const span = spanOf(index, at, end - at);
  return placedRaw(state, index, span.start, span.end);
}

/** A text of the article as it was stored, with its alignment to the text of the page now. */
type CapturedText = { text: FoldedText; alignment: Alignment };

/**
 * Whether a quote and its context are unchanged at the stored offset. This usual case needs neither search nor folding.
 */
function unchanged({ raw }: TextIndex, { prefix, exact, suffix }: TextQuoteSelector, start: number): boolean {
  return (
    raw.startsWith(exact, start) &&
    raw.startsWith(suffix, start + exact.length) &&
    start >= prefix.length &&
    raw.startsWith(prefix, start - prefix.length)
  );
}

/**
 * Converts the stored span of a mark into offsets of the folded (normalised) text; null where the text has other words
 * in that span.
 */
function spanIn(text: FoldedText, { start, end }: CapturedSpan, exact: string) {
  if (end > text.raw.length || start >= end) return null;
  const from = foldedOffset(text, start);
  const to = foldedOffset(text, end);
  const same = text.raw.slice(start, end) === exact || text.folded.slice(from, to) === foldWords(exact);
  return same && to > from ? { from, to } : null;
}

/**
 * Searches a page for the exact words of a quote, then for similar words. `isBelievable`: whether the similar words at
 * these offsets in folded (normalised) text can be those of the quote.
 */
function search(
  index: TextIndex,
  quote: FoldedQuote,
  hint: number | null,
  taken: IsTaken,
  isBelievable: (similar: { at: number; end: number }) => boolean = () => true,
): Anchored {
  const choice = chooseExact(index.folded, quote, hint, taken);
  if (typeof choice === 'object')
    return placed(choice.sure ? 'found' : 'moved', index, choice.at, choice.at + quote.exact.length);
  // Similar words are tried even where exact words were found but are doubtful. The marked sentence may have been
  // edited, and the exact words may be those of another sentence.
  const similar = findSimilar(index.folded, quote, taken);
  return similar && isBelievable(similar) ? placed('moved', index, similar.at, similar.end) : MISSING;
}

/** The characters that end a sentence. Folded text has ! ? ; in half width. */
const END = /[.!?;。]/;

/**
 * Whether the whole sentence around some words is unchanged. `before` and `after`: how many characters on each side of
 * the words are unchanged. A part is not enough, because parallel sentences may differ in one word only: 南堤由街道巡查，发现险情上报
 * (the sub-district patrols the south dyke and reports dangers) and 西堤由街道巡查，发现险情上报 (the same, but the west dyke).
 */
const sentenceStays = (text: string, from: number, to: number, before: number, after: number): boolean =>
  (before >= Math.min(PROOF, from) || END.test(text.slice(from - before - 1, from))) &&
  (after >= Math.min(PROOF, text.length - to) || END.test(text.slice(to - 1, to + after)));

/** The fewest UTF-16 units of words that `onlyPlace` looks for, because shorter words may occur by chance. */
const FEW_WORDS = 4;
/**
 * The fewest UTF-16 units of words in ASCII only that `onlyPlace` looks for. They must be longer, because many are
 * numbers.
 */
const FEW_ASCII = 8;
const ASCII = /^[!-~]*$/;

/**
 * Finds on the page some words of the captured text, if the page and that text each have them only once. They are then
 * probably the same words. Null where either text repeats them, where the page lacks them, or where they are too short.
 */
function onlyPlace(text: FoldedText, { from, to }: FoldedSpan, index: TextIndex): number | null {
  const words = text.folded.slice(from, to);
  if (words.length < (ASCII.test(words) ? FEW_ASCII : FEW_WORDS)) return null;
  if (!isUnique(text, from, to)) return null;
  const at = index.folded.indexOf(words);
  return at >= 0 && isUnique(index, at, at + words.length) ? at : null;
}

/** A span of folded (normalised) text, as offsets. */
type FoldedSpan = { from: number; to: number };

/**
 * Finds a mark's words on an edited page, by their place in the captured text. Looks for the following, in this order:
 *
 * 1. The same words with enough unchanged text beside them.
 * 2. The only occurrence of the words, if it lies between the unchanged sentences before and after them.
 * 3. The same words with less unchanged text beside them.
 * 4. The words as far as edits have left them.
 * 5. The quote, by a search of the whole page, or else the only occurrence of the words, wherever that is.
 *
 * Where a place is less certain, the state is `moved`, so that a person confirms the place.
 */
function mapEdited(
  { text, alignment }: CapturedText,
  span: FoldedSpan,
  quote: FoldedQuote,
  index: TextIndex,
  hint: number | null,
): Anchored {
  const { from, to } = span;
  const place = placeIn(alignment, from, to);
  if (place) {
    const { at, before, after } = place;
    const end = at + to - from;
    const isUniqueMatch =
      Math.max(before, after) >= HINT && isUnique(text, from, to) && isUnique(index, at, end);
    if (Math.min(before, after) + (isUniqueMatch ? end - at : 0) >= PROOF)
      return placed('found', index, at, end);
  }
  const only = onlyPlace(text, span, index);
  const gap = only === null ? null : gapAround(alignment, from, to, index.folded.length);
  if (only !== null && gap && gap.start <= only && only + to - from <= gap.end)
    return placed('found', index, only, only + to - from);
  if (place) {
    const { at, before, after } = place;
    const end = at + to - from;
    // Where the unchanged text ends right beside the words, they may belong to another paragraph now. So the context
    // decides whether a person has to confirm the place.
    if (isUnique(text, from, to) || sentenceStays(text.folded, from, to, before, after)) {
      const { context } = weigh(index.folded, quote, at, end);
      return placed(context >= SAME_CONTEXT ? 'found' : 'moved', index, at, end);
    }
  }
  const isBelievable = ({ at, end }: { at: number; end: number }) =>
    end - at >= LONG || isBesideNeighbours(alignment, { start: from, end: to }, { at, stop: end });
  const rest = !place && only === null ? mapPassage(alignment, from, to) : null;
  if (rest && isBelievable(rest)) return placed('moved', index, rest.at, rest.end);
  const taken: IsTaken = (at, end) => belongsToOthers(alignment, at, end, from);
  const searched = search(index, quote, placeNear(alignment, from) ?? hint, taken, isBelievable);
  if (searched.state === 'found' && to - from >= PROOF) return searched;
  // In another part of the article, the same words may belong to another statement. A person has to confirm the place.
  if (only !== null) return placed('moved', index, only, only + to - from);
  // The alignment did not lead to these words. Short words recur by chance in a changed text, so a person has to
  // confirm the place.
  return searched.state === 'found' ? { ...searched, state: 'moved' } : searched;
}

/** Returns the captured text with a SHA-256; null where that text was not loaded. */
type KnownTexts = (sha256: string) => CapturedText | null;

/**
 * Finds the words of a mark in a text index of a page. Among several places with exactly these words, the context
 * decides, then the position. Where neither decides, the mark is missing, because a missing mark does less harm than a
 * mark on other words.
 */
function locateIn(
  index: TextIndex,
  selectors: Selector[],
  captured: CapturedSpan | null,
  known: KnownTexts,
): Anchored {
  const selector = selectors.find((one) => one.type === 'TextQuoteSelector');
  if (!selector || selector.exact === '') return MISSING;
  const position = selectors.find((one) => one.type === 'TextPositionSelector');
  if (position && unchanged(index, selector, position.start))
    return placedRaw('found', index, position.start, position.start + selector.exact.length);
  const quote = foldQuote(selector);
  if (quote.exact === '') return MISSING;
  const hint = position ? foldedOffset(index, position.start) : null;
  if (hint !== null && isQuoteAt(index.folded, quote, hint))
    return placed('found', index, hint, hint + quote.exact.length);
  const text = captured && known(captured.sha256);
  const span = text && spanIn(text.text, captured, selector.exact);
  if (text && span) return mapEdited(text, span, quote, index, hint);
  return search(index, quote, hint, NOT_TAKEN);
}

const alignedWith = (index: TextIndex, texts: ReadonlyMap<string, string>): KnownTexts => {
  const aligned = new Map<string, CapturedText | null>();
  return (sha256) => {
    const known = aligned.get(sha256);
    if (known !== undefined) return known;
    const raw = texts.get(sha256);
    const text = raw === undefined ? null : foldText(raw);
    const made = text && { text, alignment: align(text.folded, index.folded) };
    aligned.set(sha256, made);
    return made;
  };
};

/**
 * Finds the places of many marks on a page, by the ids of the marks. `texts`: the captured texts of the article by
 * their SHA-256. They show which occurrence of repeated words was marked.
 */
export function anchorAll(
  annotations: { id: string; target: { selector: Selector[]; captured?: CapturedSpan | null } }[],
  index: TextIndex,
  texts: ReadonlyMap<string, string> = new Map(),
): Map<string, Anchored> {
  const known = alignedWith(index, texts);
  const complete = withHiddenWords(index);
  const whole = complete && { index: complete, known: alignedWith(complete, texts) };
  return new Map(
    annotations.map(({ id, target: { selector, captured = null } }) => {
      const seen = locateIn(index, selector, captured, known);
      if (seen.state === 'found' || !whole) return [id, seen];
      const hidden = locateIn(whole.index, selector, captured, whole.known);
      return [id, hidden.state === 'found' || seen.state === 'missing' ? hidden : seen];
    }),
  );
}

/** Finds the place of one mark by its selectors alone. */
export const anchor = (selectors: Selector[], index: TextIndex): Anchored =>
  anchorAll([{ id: '', target: { selector: selectors } }], index).get('')!;
