import { Annotation } from '../annotation/schema.ts';
import { z } from '../zod.ts';
import { message } from './message.ts';
import { Nothing, UndoState } from './schema.ts';

/**
 * The canonical address that the page states; null where it states none. Messages do not contain the page's own
 * address, because the browser reports it.
 */
const Canonical = z.object({ canonicalUrl: z.nullable(z.string()) });

/** The longest text that is copied, in UTF-16 units. Any quoted passage with its source is shorter. */
const MOST_COPIED = 1_000_000;

/** Requests of the stub (the small content script) or the reader script about their own page. */
export const visitMessages = {
  /** From the stub script: asks whether this page is saved. If so, the background injects the reader script. */
  'visit.recognise': message({ request: Canonical, answer: Nothing }),
  /**
   * Asks the background to inject the reader script into this page. The stub script sends this when words are selected,
   * the reader script when a frame has loaded.
   */
  'visit.reader': message({ request: Nothing, answer: Nothing }),
  /**
   * From the reader script: asks the background to inject the extractor script into the same frame, because the page is
   * about to be read.
   */
  'visit.extractor': message({ request: Nothing, answer: Nothing }),
  /**
   * From the stub script in a frame whose origin differs from its page's: words were selected there. Such words cannot
   * be marked, and the extension then says so on the page.
   */
  'visit.foreignFrame': message({ request: Nothing, answer: Nothing }),
  /** From the reader script: asks the background to have a text copied by a document of the extension. */
  'visit.copy': message({
    request: z.object({ text: z.string().check(z.maxLength(MOST_COPIED)) }),
    answer: z.object({ copied: z.boolean() }),
  }),
  /**
   * From the reader script: asks for the marks of this page. `highlights`: the prefix of the script's highlight names
   * when the script has just started, because the page then lacks the style sheet of the marks; else null.
   */
  'visit.marks': message({
    request: z.extend(Canonical, { highlights: z.nullable(z.string().check(z.regex(/^[a-z]{12}$/))) }),
    answer: z.object({
      /** Null where the page is not saved. */
      saved: z.nullable(z.object({ keywords: z.array(z.string()) })),
      annotations: z.array(Annotation),
      tags: z.array(z.string()),
      /** What each colour means to the person, by the id of the colour. */
      colorMeanings: z.record(z.string(), z.string()),
      /** Whether a change of these marks can be undone, and whether one can be redone. */
      history: UndoState,
      /** Whether the collection can only be read. Absent where it can be changed. */
      readOnly: z.optional(z.boolean()),
      /**
       * The captured texts that the marks refer to. Comparing them with the page helps to find words in an edited text.
       */
      texts: z.array(z.object({ sha256: z.string(), text: z.string() })),
    }),
  }),
} as const;
