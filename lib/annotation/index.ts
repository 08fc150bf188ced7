export { type Anchored, anchor, anchorAll } from './anchor.ts';
export { describe, locateQuote, quoteOf } from './describe.ts';
export { cleanTags, draftFrom, noteOf, tagsOf, withPatch } from './edit.ts';
export { annotationAt, clear, flash, light, type Painted, paint } from './paint.ts';
export { inPageOrder, type Place, rangeAt, wordsAt } from './place.ts';
export { indexString, indexText, type TextIndex } from './textIndex.ts';
