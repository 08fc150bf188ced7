import type { TextReading } from './schema.ts';

/**
 * A reading without findings. The reader in a page sends it and the background reads the text, so that no page loads
 * the rules.
 */
export const EMPTY_READING: TextReading = {
  taskLists: [],
  goals: [],
  meetings: [],
  documents: [],
  people: [],
};
