import type { TextReading } from './schema.ts';

/** What the reader in a page sends: the text is read in the background, so that its rules are loaded into no page. */
export const UNREAD: TextReading = { taskLists: [], goals: [], meetings: [], documents: [], people: [] };
