export { type Anchored, anchor, anchorAll } from './anchor.ts';
export { describe, locateQuote } from './describe.ts';
export { draftFrom, withShownWords } from './edit.ts';
export { hasLightWords } from './lightWords.ts';
export { annotationAt, clear, flash, HIGHLIGHTS, light, paint } from './paint.ts';
export { inPageOrder, type Place, rangeAt, wordsAt } from './place.ts';
export { shownText } from './shownText.ts';
export { indexText, markOn } from './textIndex.ts';
