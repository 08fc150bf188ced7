import { cleanTags } from './cleanTags.ts';
import { describe, locateQuote } from './describe.ts';
import { foldWords } from './foldedText.ts';
import type { Annotation, AnnotationDraft, Body, Color, Target } from './schema.ts';
import type { TextIndex } from './textIndex.ts';

/** The note of a mark (Markdown); empty where it has none. Joins several notes, which files of other tools may hold. */
export const noteOf = ({ body }: Pick<Annotation, 'body'>): string =>
  body
    .filter(({ purpose }) => purpose === 'commenting')
    .map(({ value }) => value)
    .join('\n\n');

/** The tags of a mark, as a person wrote them. */
export const tagsOf = ({ body }: Pick<Annotation, 'body'>): string[] =>
  body.filter(({ purpose }) => purpose === 'tagging').map(({ value }) => value);

/** The words of a mark for display: as the person saw them on the page if that is known, else as the quote has them. */
export function shownQuote({ target }: Pick<Annotation, 'target'>): string {
  const quote = target.selector.find((one) => one.type === 'TextQuoteSelector');
  return target.shown ?? quote?.exact ?? '';
}

/**
 * Adds to a target its words as the person saw them (`shownText`). If they differ from the quote only in white space,
 * they replace the quote, because anchoring ignores white space. Otherwise they are kept beside the quote, as
 * `shown`.
 */
export function withShownWords(target: Target, shown: string): Target {
  const quote = target.selector.find((one) => one.type === 'TextQuoteSelector');
  if (!quote || shown === '' || shown === quote.exact) return target;
  if (foldWords(shown) !== foldWords(quote.exact)) return { ...target, shown };
  const selector = target.selector.map((one) => (one === quote ? { ...quote, exact: shown } : one));
  return { ...target, selector };
}

function bodyOf(note: string, tags: string[]): Body[] {
  const comment: Body[] = note.trim() ? [{ type: 'TextualBody', purpose: 'commenting', value: note }] : [];
  return [
    ...comment,
    ...cleanTags(tags).map((value): Body => ({ type: 'TextualBody', purpose: 'tagging', value })),
  ];
}

/** Returns the `body` of a mark (its note and tags) after a patch. What the patch does not mention stays. */
export const bodyWith = (
  annotation: Pick<Annotation, 'body'>,
  patch: { note?: string; tags?: string[] },
): Body[] => bodyOf(patch.note ?? noteOf(annotation), patch.tags ?? tagsOf(annotation));

/**
 * Makes a mark on a range of a page. `capturedText`: the stored text of the article, in which the mark also gets a
 * place. Throws a RangeError where the range holds no words that could be found again.
 */
export function draftFrom(
  range: Range,
  index: TextIndex,
  about: { source: string; color: Color; capturedText: { sha256: string; text: string } | null },
): AnnotationDraft {
  const selector = describe(range, index);
  if (selector.length === 0) throw new RangeError('The range holds no words of the page');
  const quote = selector.find((one) => one.type === 'TextQuoteSelector');
  const span = quote && about.capturedText ? locateQuote(quote, about.capturedText.text, true) : null;
  const captured = span && about.capturedText ? { sha256: about.capturedText.sha256, ...span } : null;
  return { color: about.color, body: [], target: { source: about.source, selector, captured } };
}
