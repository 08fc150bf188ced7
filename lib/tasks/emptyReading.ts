import type { TextReading } from './schema.ts';

/** A reading of nothing. The reader in a page sends it: the background reads the text, so that no page loads the rules. */
export const EMPTY_READING: TextReading = {
  taskLists: [],
  goals: [],
  meetings: [],
  documents: [],
  people: [],
};
