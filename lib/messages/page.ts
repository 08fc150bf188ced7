import { Annotation } from '../annotation/schema.ts';
import { PageReading } from '../record/schema.ts';
import { z } from '../zod.ts';
import { message } from './message.ts';
import { Found, MarkAction, MarkStates, Nothing, Pointer, Saying, SelectedQuote, Shown } from './schema.ts';

/**
 * What the reader script has read on a page. In the reader script itself, this schema accepts everything, because
 * building the full schemas would slow every page with marks. The background checks the answer.
 */
const Reading =
  import.meta.env.ENTRYPOINT === 'reader' ? (z.unknown() as unknown as typeof PageReading) : PageReading;

/** Requests of the background to the reader script of a page. Sent to every frame, unless noted otherwise. */
export const pageMessages = {
  /** Reads the page as it is now. Sent only to the top frame. */
  'page.read': message({ request: Nothing, answer: Reading }),
  /** Scrolls to a mark or a quote and emphasises it for a moment. First opens collapsed parts of the page around it. */
  'page.show': message({ request: Pointer, answer: Shown }),
  /**
   * Emphasises a mark or a quote while the pointer is over it in the popup or side panel. If both are null, the
   * emphasis ends.
   */
  'page.light': message({ request: Pointer, answer: Found }),
  /** Asks for the state of each mark. */
  'page.states': message({ request: Nothing, answer: z.object({ states: MarkStates }) }),
  /** Waits until the person selects words, and makes them the new place of this mark. */
  'page.reattach': message({ request: z.object({ id: z.uuid() }), answer: Nothing }),
  /** Returns the selected words as a quote; null where nothing is selected. */
  'page.selection': message({ request: Nothing, answer: SelectedQuote }),
  /** Fetches the marks again and paints them, because something has changed elsewhere in the extension. */
  'page.refresh': message({ request: Nothing, answer: Nothing }),
  /** Reports that a mark of this article was made, changed or deleted (null) elsewhere in the extension. */
  'page.markChanged': message({
    request: z.object({ id: z.uuid(), annotation: z.nullable(Annotation) }),
    answer: Nothing,
  }),
  /** Lets the person select and copy on a page whose scripts prevent this, until the page is loaded again. */
  'page.liftRestrictions': message({ request: Nothing, answer: Nothing }),
  /** Shows a message on the page for some seconds. Sent only to the top frame. */
  'page.say': message({ request: z.object({ saying: Saying }), answer: Nothing }),
  /** Marks the words selected in the page. `made` is false where nothing is selected. */
  'page.markSelection': message({
    request: z.object({ action: MarkAction }),
    answer: z.object({ made: z.boolean() }),
  }),
} as const;
