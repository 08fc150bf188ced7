import { Annotation, AnnotationDraft, AnnotationPatch, TextQuoteSelector } from '../annotation/schema.ts';
import { PageReading, SavedArticle } from '../collection/schema.ts';
import { z } from '../zod.ts';

/** Why something could not be done. Each has its sentence in `_locales` as `error_CODE`. */
export const ErrorCode = z.enum(['restricted', 'pdf', 'noPermission', 'notFound', 'storage', 'unexpected']);
export type ErrorCode = z.infer<typeof ErrorCode>;

const Nothing = z.object({});
const Page = z.object({ url: z.string(), canonicalUrl: z.nullable(z.string()) });
const Tab = z.object({ tabId: z.int() });
const Shown = z.object({ found: z.boolean() });

/** What the reader in a page answers. */
export const pageMessages = {
  /** Read the page now. */
  'page.read': { request: Nothing, response: PageReading },
  /** Scroll to these words and light them up for a moment. */
  'page.show': { request: z.object({ quote: TextQuoteSelector }), response: Shown },
  /** Scroll to a mark. */
  'page.showAnnotation': { request: z.object({ id: z.uuid() }), response: Shown },
  /** Fetch the marks anew and paint them: something changed elsewhere. */
  'page.refresh': { request: Nothing, response: Nothing },
  /** Mark what is selected in the page. `made` is false where nothing is. */
  'page.markSelection': {
    request: z.object({ action: z.enum(['highlight', 'note', 'tag']) }),
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
    }),
  },
  /** From the reader: a new mark. The page is kept with it where it is not yet. */
  'annotation.create': {
    request: z.object({ draft: AnnotationDraft, reading: PageReading }),
    response: Annotation,
  },
  'annotation.edit': {
    request: z.object({ id: z.uuid(), patch: AnnotationPatch }),
    response: z.nullable(Annotation),
  },
  'annotation.delete': { request: z.object({ id: z.uuid() }), response: z.nullable(Annotation) },
  'annotation.restore': { request: Annotation, response: Nothing },
  /** Open the side panel beside the sender's tab, at this article. Needs a click. */
  'panel.open': { request: z.object({ articleId: z.nullable(z.uuid()) }), response: Nothing },
  /** From the panel: show an article's page, at a mark or at words of it. */
  'article.show': {
    request: z.object({
      articleId: z.uuid(),
      annotationId: z.nullable(z.uuid()),
      quote: z.nullable(TextQuoteSelector),
    }),
    response: z.object({
      /** `shown`: at the place; `missing`: the page is open but the words are not there; `opened`: in a new tab, where the browser itself looks for the words. */
      outcome: z.enum(['shown', 'missing', 'opened']),
    }),
  },
  /** From a panel: these articles or their marks were changed; pages that show them should fetch anew. */
  'collection.changed': { request: z.object({ articleIds: z.array(z.uuid()) }), response: Nothing },
} as const;

export type Messages = Record<string, { request: z.ZodMiniType; response: z.ZodMiniType }>;
export type Request<M extends Messages, K extends keyof M> = z.infer<M[K]['request']>;
export type Response<M extends Messages, K extends keyof M> = z.infer<M[K]['response']>;
