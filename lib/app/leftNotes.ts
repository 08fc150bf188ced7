import { collectionMessages } from '../messages/collection.ts';
import type { z } from '../zod.ts';

// A page of the extension that is being closed stores its unsaved note in `browser.storage.session`. The storage event
// starts a stopped background, which then saves the note. A message would be lost, because its sender disappears before
// the background has started.

const PREFIX = 'leftNote ';

/** A note that a closing page passes to the background. */
export const LeftNote = collectionMessages['collection.keepNote'].request;
export type LeftNote = z.infer<typeof LeftNote>;

/** The part of `browser.storage.session` that is needed to store such a note. */
type Session = { set(items: Record<string, unknown>): Promise<void> };

let left = 0;

/**
 * Stores a note for the background, which saves it and removes it from here. The keys sort in the order of the calls,
 * because a later note may be an edit of an earlier one. Returns the key.
 */
export function leaveNote(session: Session, note: LeftNote): { key: string; done: Promise<void> } {
  const key = `${PREFIX}${Date.now()} ${String(left++).padStart(6, '0')} ${note.step}`;
  return { key, done: session.set({ [key]: note }) };
}

/** Whether an item of `browser.storage.session` is such a note. */
export const isLeftNote = (key: string): boolean => key.startsWith(PREFIX);
