import { findLike } from './approximate.ts';
import { foldQuote, spanOf } from './context.ts';
import { chooseExact } from './exact.ts';
import type { Selector } from './schema.ts';
import { boundaryAt, foldedOffset, type TextIndex } from './textIndex.ts';

/** A range by its boundaries, as `StaticRange` and `Range` have it. */
export type Place = { startContainer: Text; startOffset: number; endContainer: Text; endOffset: number };

/** `found`: the very words, where they belong. `moved`: like words, to be confirmed. `missing`: not on this page. */
export type Anchored = { state: 'found' | 'moved'; range: Place } | { state: 'missing'; range: null };

const MISSING: Anchored = { state: 'missing', range: null };

function placed(state: 'found' | 'moved', index: TextIndex, at: number, length: number): Anchored {
  const { start, end } = spanOf(index, at, length);
  const from = boundaryAt(index, start, 'start');
  const to = boundaryAt(index, end, 'end');
  if (!from || !to) return MISSING;
  const range = {
    startContainer: from.node,
    startOffset: from.offset,
    endContainer: to.node,
    endOffset: to.offset,
  };
  return { state, range };
}

/**
 * Finds described words on a page. Of several places with the very words the context decides, then the
 * position; where neither does, the mark is missing: no mark is better than one on other words.
 */
export function anchor(selectors: Selector[], index: TextIndex): Anchored {
  const selector = selectors.find((one) => one.type === 'TextQuoteSelector');
  if (!selector) return MISSING;
  const quote = foldQuote(selector);
  if (quote.exact === '') return MISSING;
  const position = selectors.find((one) => one.type === 'TextPositionSelector');
  const hint = position ? foldedOffset(index, position.start) : null;
  const choice = chooseExact(index.folded, quote, hint);
  if (typeof choice === 'object')
    return placed(choice.sure ? 'found' : 'moved', index, choice.at, quote.exact.length);
  // Also where the words stand elsewhere: the ones meant may have been edited, and a twin of them not.
  const like = findLike(index.folded, quote);
  return like ? placed('moved', index, like.at, like.end - like.at) : MISSING;
}

/** Anchors many marks on one reading of the page, by their ids. */
export function anchorAll(
  annotations: { id: string; target: { selector: Selector[] } }[],
  index: TextIndex,
): Map<string, Anchored> {
  return new Map(annotations.map(({ id, target }) => [id, anchor(target.selector, index)]));
}
