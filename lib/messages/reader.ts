import { Annotation } from '../annotation/schema.ts';
import { z } from '../zod.ts';
import type { backgroundRequests, readerAnswers } from './background.ts';
import { answering, askBackgroundFor, type Handlers, listen } from './channel.ts';
import { MarkAction, Nothing, type Of, Pointer } from './schema.ts';

// What the reader in a page checks, and no more: each schema here is in every page that is read.

/** What the reader is asked. Every frame is asked where not said otherwise. */
export const readerRequests = {
  /** Read the page now. The top frame is asked. */
  'page.read': Nothing,
  /** Scroll to a mark or to words and light them up for a moment. */
  'page.show': Pointer,
  /** Light up a mark or words while the pointer is over them elsewhere; both null ends it. */
  'page.light': Pointer,
  /** How does each mark stand? */
  'page.states': Nothing,
  /** Wait for a selection: the next one is the new place of this mark. */
  'page.reattach': z.object({ id: z.uuid() }),
  /** What is selected now, as a quote? Null where nothing is. */
  'page.selection': Nothing,
  /** Fetch the marks anew and paint them: something changed elsewhere. */
  'page.refresh': Nothing,
  /** Mark what is selected in the page. `made` is false where nothing is. */
  'page.markSelection': z.object({ action: MarkAction }),
} as const;

/** What the background answers to the reader and the stub. */
export const answersToReader = {
  'page.recognise': Nothing,
  'page.wantReader': Nothing,
  'page.wantExtractor': Nothing,
  'page.marks': z.object({
    /** Null where the page is not saved. */
    saved: z.nullable(z.object({ keywords: z.array(z.string()) })),
    annotations: z.array(Annotation),
    tags: z.array(z.string()),
    /** The captured texts that the marks point into, by which their words are carried over edits. */
    texts: z.array(z.object({ sha256: z.string(), text: z.string() })),
  }),
  'annotation.create': Annotation,
  'annotation.retarget': z.nullable(Annotation),
  'annotation.edit': z.nullable(Annotation),
  'annotation.delete': z.nullable(Annotation),
  'annotation.restore': Nothing,
} as const;

/** Asks the background. Throws a `PizhuError` when it says why not, a `ZodError` on an answer out of form. */
export const askBackground = <K extends keyof typeof answersToReader & string>(
  name: K,
  request: Of<typeof backgroundRequests, K>,
): Promise<Of<typeof answersToReader, K>> => askBackgroundFor(answersToReader, name, request);

type Answers = { [K in keyof typeof readerRequests]: Of<typeof readerAnswers, K> };

/**
 * Answers the background from within a page, and gives the same answers to `askFrames`: as JSON, because
 * Chromium loses the nulls of what is passed to an injected function and back.
 */
export function handleInPage(
  handlers: Handlers<typeof readerRequests, Answers>,
): (raw: string) => Promise<string> {
  const answer = answering(readerRequests, handlers);
  listen(answer);
  return async (raw) => JSON.stringify(await answer(JSON.parse(raw), {}));
}
