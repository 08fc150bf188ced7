export { type Anchored, anchor, anchorAll } from './anchor.ts';
export { describe, locateQuote } from './describe.ts';
export { draftFrom } from './edit.ts';
export { annotationAt, clear, flash, light, paint } from './paint.ts';
export { inPageOrder, type Place, rangeAt, wordsAt } from './place.ts';
export { indexText } from './textIndex.ts';
