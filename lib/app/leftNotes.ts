import { collectionMessages } from '../messages/collection.ts';
import type { z } from '../zod.ts';

// A page of the extension that closes leaves its unsaved note in `browser.storage.session`, which wakes a background
// that has been stopped. A message to such a background is lost when its sender closes.

const PREFIX = 'leftNote ';

/** A note that a closing page leaves to the background. */
export const LeftNote = collectionMessages['collection.keepNote'].request;
export type LeftNote = z.infer<typeof LeftNote>;

/** The part of `browser.storage.session` that leaves a note. */
type Session = { set(items: Record<string, unknown>): Promise<void> };

let left = 0;

/**
 * Leaves a note to the background. The background saves it and removes it from the storage. The keys sort in the order
 * of leaving, because a later note starts from the words of an earlier one. Returns the key of the note.
 */
export function leaveNote(session: Session, note: LeftNote): { key: string; done: Promise<void> } {
  const key = `${PREFIX}${Date.now()} ${String(left++).padStart(6, '0')} ${note.step}`;
  return { key, done: session.set({ [key]: note }) };
}

/** Whether an item of `browser.storage.session` is a note that was left. */
export const isLeftNote = (key: string): boolean => key.startsWith(PREFIX);
