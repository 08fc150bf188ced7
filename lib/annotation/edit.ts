import { describe, locateQuote } from './describe.ts';
import { foldWords } from './foldedText.ts';
import type { Annotation, AnnotationDraft, Body, Color, Target } from './schema.ts';
import type { TextIndex } from './textIndex.ts';

/**
 * The note of a mark (Markdown); empty where it has none. Several notes, as other tools' files may hold, are joined.
 */
export const noteOf = ({ body }: Pick<Annotation, 'body'>): string =>
  body
    .filter(({ purpose }) => purpose === 'commenting')
    .map(({ value }) => value)
    .join('\n\n');

/** The tags of a mark, as they were given. */
export const tagsOf = ({ body }: Pick<Annotation, 'body'>): string[] =>
  body.filter(({ purpose }) => purpose === 'tagging').map(({ value }) => value);

/** The words of a mark for display: as a reader saw them on the page, where that is known. */
export function shownQuote({ target }: Pick<Annotation, 'target'>): string {
  const quote = target.selector.find((one) => one.type === 'TextQuoteSelector');
  return target.shown ?? quote?.exact ?? '';
}

/**
 * A target with its words as a reader saw them (`shownText`). Where the letters agree, the quote takes over the tabs
 * and line breaks seen, which anchoring ignores; other words are kept beside the quote.
 */
export function withShownWords(target: Target, shown: string): Target {
  const quote = target.selector.find((one) => one.type === 'TextQuoteSelector');
  if (!quote || shown === '' || shown === quote.exact) return target;
  if (foldWords(shown) !== foldWords(quote.exact)) return { ...target, shown };
  const selector = target.selector.map((one) => (one === quote ? { ...quote, exact: shown } : one));
  return { ...target, selector };
}

/** Tags in the form in which they are stored: trimmed, composed (NFC), without repeats or empty ones. */
export const cleanTags = (tags: string[]): string[] => [
  ...new Set(tags.map((tag) => tag.normalize('NFC').trim()).filter(Boolean)),
];

function bodyOf(note: string, tags: string[]): Body[] {
  const comment: Body[] = note.trim() ? [{ type: 'TextualBody', purpose: 'commenting', value: note }] : [];
  return [
    ...comment,
    ...cleanTags(tags).map((value): Body => ({ type: 'TextualBody', purpose: 'tagging', value })),
  ];
}

/** The bodies of a mark after a patch of its note and tags; what the patch leaves out stays. */
export const bodyWith = (
  annotation: Pick<Annotation, 'body'>,
  patch: { note?: string; tags?: string[] },
): Body[] => bodyOf(patch.note ?? noteOf(annotation), patch.tags ?? tagsOf(annotation));

/**
 * A new mark on a range of a page. `capturedText` ties the mark to its place in the stored text. Throws a RangeError
 * where the range holds no words that could be found again.
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
