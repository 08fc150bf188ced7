import { Annotation, AnnotationDraft, TextQuoteSelector } from '../annotation/schema.ts';
import { OtherCopy, PageReading, SavedArticle } from '../record/schema.ts';
import { z } from '../zod.ts';
import { message } from './message.ts';
import { Found, Nothing, Shown, SnapshotOutcome } from './schema.ts';

const Tab = z.object({ tabId: z.int() });

/** Requests of the popup, the side panel and the batch page about the page in a tab. */
export const tabMessages = {
  /** Reads the page. Injects the reader script first where it is missing. */
  'tab.read': message({
    request: Tab,
    answer: z.object({
      reading: PageReading,
      saved: z.nullable(SavedArticle),
      /**
       * Whether saving the page updates `saved`. A page read over http never updates an article read over https, nor
       * the reverse.
       */
      updates: z.boolean(),
      /** Other saved articles that have the same text. */
      copies: z.array(OtherCopy),
    }),
  }),
  /** The saved article that the tab shows, if this is known without reading the page. */
  'tab.article': message({ request: Tab, answer: z.object({ articleId: z.nullable(z.string()) }) }),
  /**
   * Reads and saves the page. `batch`: the page belongs to a batch, at this address. Without `anyway`, a page of a batch
   * is not saved if it is no article.
   */
  'tab.save': message({
    request: z.extend(Tab, {
      batch: z.optional(z.object({ url: z.url({ protocol: /^https?$/ }), anyway: z.boolean() })),
    }),
    answer: z.object({ saved: SavedArticle, created: z.boolean() }),
  }),
  /** Opens a link of a batch in a background tab. `ownerId` is the id of the tab with the batch page. */
  'tab.open': message({
    request: z.object({ url: z.url({ protocol: /^https?$/ }), ownerId: z.int() }),
    answer: Tab,
  }),
  /** Waits for the snapshot that saving the page has begun, and returns what became of it. */
  'tab.snapshot': message({ request: Tab, answer: SnapshotOutcome }),
  /** Shows or hides, on the page, the marks of another saved article with the same text. */
  'tab.showMarksOf': message({
    request: z.extend(Tab, { articleId: z.uuid(), shown: z.boolean() }),
    answer: Nothing,
  }),
  /** Scrolls the page to a quote and emphasises it for a moment. */
  'tab.show': message({ request: z.extend(Tab, { quote: TextQuoteSelector }), answer: Shown }),
  /** Emphasises a quote while the pointer is over it in the popup. Null ends the emphasis. */
  'tab.light': message({
    request: z.extend(Tab, { quote: z.nullable(TextQuoteSelector) }),
    answer: Found,
  }),
  /** Lets the person select and copy on a page whose scripts prevent this, until the page is loaded again. */
  'tab.liftRestrictions': message({ request: Tab, answer: Nothing }),
  /** Marks words of the page. Saves the page first if it is not saved yet. */
  'tab.mark': message({ request: z.extend(Tab, { draft: AnnotationDraft }), answer: Annotation }),
} as const;
