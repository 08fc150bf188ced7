import { ask } from '../../messages/fromOwn.ts';
import type { ItemRef } from '../../record/change.ts';
import type { NotePatch } from './useTypedNote.ts';

/** Lets the background write a note, because a view that is closing may end before its own write is done. */
export const keepNoteOnLeave =
  (on: ItemRef) =>
  ({ note, noteFrom: from }: NotePatch, step: string): void =>
    void ask('collection.keepNote', { on, note, from, step }).catch(() => {});
