import { ask } from '../../messages/fromOwn.ts';
import type { ItemRef } from '../../record/change.ts';
import type { NotePatch } from './useTypedNote.ts';

/** Has the background write a note: a view that is closing may be gone before it has written the note itself. */
export const keepNoteOnLeave =
  (on: ItemRef) =>
  ({ note, noteFrom: from }: NotePatch, step: string): void =>
    void ask('collection.keepNote', { on, note, from, step }).catch(() => {});
