import {
  Annotation,
  AnnotationDraft,
  AnnotationPatch,
  Target,
  TextQuoteSelector,
} from '../annotation/schema.ts';
import { PageReading, SavedArticle } from '../collection/schema.ts';
import { z } from '../zod.ts';

/** Why something could not be done. Each has its sentence in `_locales` as `error_CODE`. */
export const ErrorCode = z.enum(['restricted', 'pdf', 'noPermission', 'notFound', 'storage', 'unexpected']);
export type ErrorCode = z.infer<typeof ErrorCode>;

const Nothing = z.object({});
const Page = z.object({ url: z.string(), canonicalUrl: z.nullable(z.string()) });
const Tab = z.object({ tabId: z.int() });
const Shown = z.object({ found: z.boolean() });

/** What can be made of a selection. `task`: a mark with the tag 任务; `cite`: the words with their source, copied. */
export const MarkAction = z.enum(['highlight', 'note', 'tag', 'task', 'cite']);
export type MarkAction = z.infer<typeof MarkAction>;

/** How a mark stands on the page it was made on: at its words, at words like them, or nowhere. */
export const MarkState = z.enum(['found', 'moved', 'missing']);
export type MarkState = z.infer<typeof MarkState>;
const States = z.record(z.string(), MarkState);
/** Words to point at: a mark, or a quote of the page. */
const Pointer = z.object({
  annotationId: z.nullable(z.uuid()),
  quote: z.nullable(TextQuoteSelector),
});
export type Pointer = z.infer<typeof Pointer>;

/** What the reader in a page answers. */
export const pageMessages = {
  /** Read the page now. */
  'page.read': { request: Nothing, response: PageReading },
  /** Scroll to a mark or to words and light them up for a moment. Every frame is asked. */
  'page.show': { request: Pointer, response: Shown },
  /** Light up a mark or words while the pointer is over them elsewhere; both null ends it. Every frame is asked. */
  'page.light': { request: Pointer, response: Shown },
  /** How each mark stands. Every frame is asked. */
  'page.states': { request: Nothing, response: z.object({ states: States }) },
  /** Wait for a selection: the next one is the new place of this mark. */
  'page.reattach': { request: z.object({ id: z.uuid() }), response: Nothing },
  /** What is selected now, as a quote; null where nothing is. Every frame is asked. */
  'page.selection': { request: Nothing, response: z.object({ quote: z.nullable(TextQuoteSelector) }) },
  /** Fetch the marks anew and paint them: something changed elsewhere. */
  'page.refresh': { request: Nothing, response: Nothing },
  /** Mark what is selected in the page. `made` is false where nothing is. */
  'page.markSelection': {
    request: z.object({ action: MarkAction }),
    response: z.object({ made: z.boolean() }),
  },
} as const;

/** What the background answers. */
export const backgroundMessages = {
  /** Read the page of a tab, putting the reader into it where it is not there yet. */
  'tab.read': { request: Tab, response: z.object({ reading: PageReading, saved: z.nullable(SavedArticle) }) },
  /** Read and keep the page of a tab. */
  'tab.save': { request: Tab, response: z.object({ saved: SavedArticle, created: z.boolean() }) },
  /** Show words in a tab. */
  'tab.show': { request: z.extend(Tab, { quote: TextQuoteSelector }), response: Shown },
  /** Light words up in a tab while the pointer is over them in the popup; null ends it. */
  'tab.light': { request: z.extend(Tab, { quote: z.nullable(TextQuoteSelector) }), response: Shown },
  /** Mark words of a tab's page, keeping the page where it is not kept yet. */
  'tab.mark': { request: z.extend(Tab, { draft: AnnotationDraft }), response: Annotation },
  /** From the stub: is this page saved? The background then puts the reader into it. */
  'page.recognise': { request: Page, response: z.object({ saved: z.boolean() }) },
  /** From the stub: words were selected, so the reader is wanted for its toolbar. */
  'page.wantReader': { request: Nothing, response: Nothing },
  /** From the reader: the marks of this page. `first` when it has just started and its colours are not there yet. */
  'page.marks': {
    request: z.extend(Page, { first: z.boolean() }),
    response: z.object({
      saved: z.nullable(SavedArticle),
      annotations: z.array(Annotation),
      tags: z.array(z.string()),
      /** The captured texts that the marks point into, by which their words are carried over edits. */
      texts: z.array(z.object({ sha256: z.string(), text: z.string() })),
    }),
  },
  /** From the reader: a new mark. The page is kept with it where it is not yet; then `reading` is needed. */
  'annotation.create': {
    request: z.object({ draft: AnnotationDraft, page: Page, reading: z.nullable(PageReading) }),
    response: Annotation,
  },
  /** From the reader: a mark's new place, or the confirmation of the one that was guessed. */
  'annotation.retarget': {
    request: z.object({ id: z.uuid(), target: Target }),
    response: z.nullable(Annotation),
  },
  'annotation.edit': {
    request: z.object({ id: z.uuid(), patch: AnnotationPatch }),
    response: z.nullable(Annotation),
  },
  'annotation.delete': { request: z.object({ id: z.uuid() }), response: z.nullable(Annotation) },
  'annotation.restore': { request: Annotation, response: Nothing },
  /** From the panel: show an article's page, at a mark or at words of it. */
  'article.show': {
    request: z.extend(Pointer, { articleId: z.uuid() }),
    response: z.object({
      /** `shown`: at the place; `missing`: the page is open but the words are not there; `opened`: in a new tab, where the browser itself looks for the words. */
      outcome: z.enum(['shown', 'missing', 'opened']),
    }),
  },
  /** From the panel: light up a mark or words in the tab that shows the article, if one does; both null ends it. */
  'article.light': { request: z.extend(Pointer, { articleId: z.uuid() }), response: Shown },
  /** From the panel: how the article stands in the tab that shows it; null where no tab can be asked. */
  'article.live': {
    request: z.object({ articleId: z.uuid() }),
    response: z.nullable(z.object({ states: States, reading: PageReading })),
  },
  /** From the panel: the next selection on the page is this mark's new place. */
  'article.reattach': { request: z.object({ articleId: z.uuid(), id: z.uuid() }), response: Shown },
  /** From the panel: what is selected on the article's page. */
  'article.selection': {
    request: z.object({ articleId: z.uuid() }),
    response: z.object({ quote: z.nullable(TextQuoteSelector) }),
  },
  /** From a panel: these articles or their marks were changed; pages that show them should fetch anew. */
  'collection.changed': { request: z.object({ articleIds: z.array(z.uuid()) }), response: Nothing },
} as const;

export type Messages = Record<string, { request: z.ZodMiniType; response: z.ZodMiniType }>;
export type Request<M extends Messages, K extends keyof M> = z.infer<M[K]['request']>;
export type Response<M extends Messages, K extends keyof M> = z.infer<M[K]['response']>;
