import type { TextReading } from './schema.ts';

/**
 * A reading without findings. The reader in a page sends this one, and the background then reads the text. So no page
 * has to load the rules.
 */
export const EMPTY_READING: TextReading = {
  taskLists: [],
  goals: [],
  meetings: [],
  documents: [],
  people: [],
};
