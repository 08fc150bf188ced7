import { ask } from '../../messages/fromOwn.ts';
import type { ItemRef } from '../../record/change.ts';
import type { NotePatch } from './useTypedNote.ts';

/** Lets the background save a note. A page that is being closed may end before it has saved the note itself. */
export const keepNoteOnLeave =
  (on: ItemRef) =>
  ({ note, noteFrom: from }: NotePatch, step: string): void =>
    void ask('collection.keepNote', { on, note, from, step }).catch(() => {});
