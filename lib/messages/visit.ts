import { Annotation } from '../annotation/schema.ts';
import { z } from '../zod.ts';
import { message } from './message.ts';
import { Nothing } from './schema.ts';

/**
 * The address that the page gives as its own; null where it gives none. Nothing else of a page's address is ever in a
 * message: the browser says where a message comes from.
 */
const Canonical = z.object({ canonicalUrl: z.nullable(z.string()) });

/** What a page that is being visited asks for itself, through the stub or the reader in it. */
export const visitMessages = {
  /** From the stub: is this page saved? The background then puts the reader into it. */
  'visit.recognise': message({ request: Canonical, answer: Nothing }),
  /** From the stub: words were selected. From the reader: a frame has loaded. The reader is wanted there. */
  'visit.reader': message({ request: Nothing, answer: Nothing }),
  /** From the reader: it is to read the page, for which the extractor is wanted in the same frame. */
  'visit.extractor': message({ request: Nothing, answer: Nothing }),
  /** From the reader: the marks of this page. `first` when it has just started and its colours are not there yet. */
  'visit.marks': message({
    request: z.extend(Canonical, { first: z.boolean() }),
    answer: z.object({
      /** Null where the page is not saved. */
      saved: z.nullable(z.object({ keywords: z.array(z.string()) })),
      annotations: z.array(Annotation),
      tags: z.array(z.string()),
      /** The captured texts that the marks point into, by which their words are carried over edits. */
      texts: z.array(z.object({ sha256: z.string(), text: z.string() })),
    }),
  }),
} as const;
