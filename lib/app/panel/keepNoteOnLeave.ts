import { browser } from 'wxt/browser';
import { ask } from '../../messages/fromOwn.ts';
import type { ItemRef } from '../../record/change.ts';
import { leaveNote } from '../leftNotes.ts';
import type { NotePatch } from './useTypedNote.ts';

/**
 * Passes a note to the background, because a page that is being closed may end before it has saved the note itself. A
 * message reaches a running background at once; the write to storage starts a stopped one. Returns a function that
 * withdraws the note if this page stays open and saves it.
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
