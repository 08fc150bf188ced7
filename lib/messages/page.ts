import { Annotation } from '../annotation/schema.ts';
import { PageReading } from '../record/schema.ts';
import { z } from '../zod.ts';
import { message } from './message.ts';
import { Found, MarkAction, MarkStates, Nothing, Pointer, SelectedQuote } from './schema.ts';

/**
 * What was read of a page. The reader gives this answer and checks none of it: it does without the schemas of all that
 * is read, which would be made anew in every page that has marks.
 */
const Reading =
  import.meta.env.ENTRYPOINT === 'reader' ? (z.unknown() as unknown as typeof PageReading) : PageReading;

/** What the background asks of the reader in a page. Every frame is asked where not said otherwise. */
export const pageMessages = {
  /** Read the page now. The top frame is asked. */
  'page.read': message({ request: Nothing, answer: Reading }),
  /** Scroll to a mark or to words and light them up for a moment. */
  'page.show': message({ request: Pointer, answer: Found }),
  /** Light up a mark or words while the pointer is over them elsewhere; both null ends it. */
  'page.light': message({ request: Pointer, answer: Found }),
  /** How does each mark stand? */
  'page.states': message({ request: Nothing, answer: z.object({ states: MarkStates }) }),
  /** Wait for a selection: the next one is the new place of this mark. */
  'page.reattach': message({ request: z.object({ id: z.uuid() }), answer: Nothing }),
  /** What is selected now, as a quote? Null where nothing is. */
  'page.selection': message({ request: Nothing, answer: SelectedQuote }),
  /** Fetch the marks anew and paint them: something changed elsewhere. */
  'page.refresh': message({ request: Nothing, answer: Nothing }),
  /** A mark was made or changed in another tab of the same article; null where it was deleted. */
  'page.markChanged': message({
    request: z.object({ id: z.uuid(), annotation: z.nullable(Annotation) }),
    answer: Nothing,
  }),
  /** Mark what is selected in the page. `made` is false where nothing is. */
  'page.markSelection': message({
    request: z.object({ action: MarkAction }),
    answer: z.object({ made: z.boolean() }),
  }),
} as const;
