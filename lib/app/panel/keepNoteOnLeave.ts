import { browser } from 'wxt/browser';
import { ask } from '../../messages/fromOwn.ts';
import type { ItemRef } from '../../record/change.ts';
import { leaveNote } from '../leftNotes.ts';
import type { NotePatch } from './useTypedNote.ts';

/**
 * Lets the background save a note. A page that is being closed may end before it has saved the note itself. The message
 * reaches a running background at once, and the storage wakes a stopped one. Returns a function that takes the note
 * back, for a page that lives on and has saved later words.
 */
export const keepNoteOnLeave =
  (on: ItemRef) =>
  ({ note, noteFrom: from }: NotePatch, step: string): (() => void) => {
    const left = { on, note, from, step };
    const { key, done } = leaveNote(browser.storage.session, left);
    void done.catch(() => {});
    void ask('collection.keepNote', left).catch(() => {});
    return () => void browser.storage.session.remove(key).catch(() => {});
  };
