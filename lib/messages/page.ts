import { Annotation } from '../annotation/schema.ts';
import { PageReading } from '../record/schema.ts';
import { z } from '../zod.ts';
import { message } from './message.ts';
import { Found, MarkAction, MarkStates, Nothing, Pointer, Saying, SelectedQuote, Shown } from './schema.ts';

/**
 * What the reader read on a page. The reader does not check its own answer, because the full schemas would be built in
 * every page that has marks. The background checks it.
 */
const Reading =
  import.meta.env.ENTRYPOINT === 'reader' ? (z.unknown() as unknown as typeof PageReading) : PageReading;

/** Requests of the background to the reader in a page. They go to every frame unless noted otherwise. */
export const pageMessages = {
  /** Reads the page now. Only the top frame is asked. */
  'page.read': message({ request: Nothing, answer: Reading }),
  /**
   * Opens collapsed parts of the page that contain a mark or words, scrolls to them and emphasises them for a moment.
   */
  'page.show': message({ request: Pointer, answer: Shown }),
  /** Emphasises a mark or words while the pointer is over them in popup or panel; both null end it. */
  'page.light': message({ request: Pointer, answer: Found }),
  /** Gives the state of each mark. */
  'page.states': message({ request: Nothing, answer: z.object({ states: MarkStates }) }),
  /** Waits for a selection, which becomes this mark's new place. */
  'page.reattach': message({ request: z.object({ id: z.uuid() }), answer: Nothing }),
  /** Returns the selected words as a quote; null where nothing is selected. */
  'page.selection': message({ request: Nothing, answer: SelectedQuote }),
  /** Fetches the marks anew and paints them, because something changed elsewhere. */
  'page.refresh': message({ request: Nothing, answer: Nothing }),
  /** Reports that a mark was made or changed in another tab of the same article; null where it was deleted. */
  'page.markChanged': message({
    request: z.object({ id: z.uuid(), annotation: z.nullable(Annotation) }),
    answer: Nothing,
  }),
  /** Keeps the page's scripts from forbidding to select and to copy, until the page is loaded anew. */
  'page.liftRestrictions': message({ request: Nothing, answer: Nothing }),
  /** Shows a sentence on the page for some seconds. Only the top frame is asked. */
  'page.say': message({ request: z.object({ saying: Saying }), answer: Nothing }),
  /** Marks the words selected in the page. `made` is false where nothing is selected. */
  'page.markSelection': message({
    request: z.object({ action: MarkAction }),
    answer: z.object({ made: z.boolean() }),
  }),
} as const;
