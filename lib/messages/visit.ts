import { Annotation } from '../annotation/schema.ts';
import { z } from '../zod.ts';
import { message } from './message.ts';
import { Nothing, UndoState } from './schema.ts';

/**
 * The canonical address that the page gives; null where it gives none. Messages contain no other address, because the
 * browser reports the page's own.
 */
const Canonical = z.object({ canonicalUrl: z.nullable(z.string()) });

/** The longest text to copy (UTF-16 units), longer than any passage with its source. */
const MOST_COPIED = 1_000_000;

/** Requests of the stub or the reader about the page that they are in. */
export const visitMessages = {
  /** From the stub: asks whether this page is saved. If so, the background injects the reader. */
  'visit.recognise': message({ request: Canonical, answer: Nothing }),
  /** Asks for the reader in this page. The stub asks when words are selected, the reader when a frame has loaded. */
  'visit.reader': message({ request: Nothing, answer: Nothing }),
  /** From the reader: asks for the extractor in its own frame, because the page is to be read. */
  'visit.extractor': message({ request: Nothing, answer: Nothing }),
  /**
   * From the stub in a frame of another origin than its page: words were selected there, which cannot be marked. The
   * page says so.
   */
  'visit.foreignFrame': message({ request: Nothing, answer: Nothing }),
  /** From the reader: asks to copy a text, from a document of the extension. */
  'visit.copy': message({
    request: z.object({ text: z.string().check(z.maxLength(MOST_COPIED)) }),
    answer: z.object({ copied: z.boolean() }),
  }),
  /**
   * From the reader: asks for the marks of this page. `highlights` is the prefix of its highlight names; a reader that
   * has just started sends the prefix, because the page lacks the style sheet of the marks.
   */
  'visit.marks': message({
    request: z.extend(Canonical, { highlights: z.nullable(z.string().check(z.regex(/^[a-z]{12}$/))) }),
    answer: z.object({
      /** Null where the page is not saved. */
      saved: z.nullable(z.object({ keywords: z.array(z.string()) })),
      annotations: z.array(Annotation),
      tags: z.array(z.string()),
      /** The meanings that the person gave colours, by the id of the colour. */
      colorMeanings: z.record(z.string(), z.string()),
      /** Whether a change of these marks can be undone or redone. */
      history: UndoState,
      /** The captured texts of the marks. Comparing them with the page finds words that were edited around. */
      texts: z.array(z.object({ sha256: z.string(), text: z.string() })),
    }),
  }),
} as const;
