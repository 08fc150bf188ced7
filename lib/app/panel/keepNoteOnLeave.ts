import { browser } from 'wxt/browser';
import { ask } from '../../messages/fromOwn.ts';
import type { ItemRef } from '../../record/change.ts';
import { leaveNote } from '../leftNotes.ts';
import type { NotePatch } from './useTypedNote.ts';

/**
 * Lets the background save a note. A page that is being closed may end before it has saved the note itself. The message
 * reaches a running background at once, and the storage wakes a stopped one.
 */
export const keepNoteOnLeave =
  (on: ItemRef) =>
  ({ note, noteFrom: from }: NotePatch, step: string): void => {
    const left = { on, note, from, step };
    void leaveNote(browser.storage.session, left).catch(() => {});
    void ask('collection.keepNote', left).catch(() => {});
  };
