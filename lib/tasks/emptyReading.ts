import type { TextReading } from './schema.ts';

/**
 * A result without findings. Code in a page sends it with the article, and the background then reads the text. So no
 * page has to load the rules.
 */
export const EMPTY_READING: TextReading = {
  taskLists: [],
  goals: [],
  meetings: [],
  documents: [],
  people: [],
};
