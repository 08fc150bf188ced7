import { Annotation, AnnotationDraft, TextQuoteSelector } from '../annotation/schema.ts';
import { OtherCopy, PageReading, SavedArticle } from '../record/schema.ts';
import { z } from '../zod.ts';
import { message } from './message.ts';
import { Found, Nothing, Shown } from './schema.ts';

const Tab = z.object({ tabId: z.int() });

/** Requests of the popup about the page in a tab. */
export const tabMessages = {
  /** Reads the page, after injecting the reader where it is missing. */
  'tab.read': message({
    request: Tab,
    answer: z.object({
      reading: PageReading,
      saved: z.nullable(SavedArticle),
      /** Whether saving updates `saved`. A page read over http never replaces one read over https, nor the reverse. */
      updates: z.boolean(),
      /** Other saved articles with the same text. */
      copies: z.array(OtherCopy),
    }),
  }),
  /** The saved article that the tab shows, as far as that is known without reading the page. */
  'tab.article': message({ request: Tab, answer: z.object({ articleId: z.nullable(z.string()) }) }),
  /** Reads and saves the page. */
  'tab.save': message({ request: Tab, answer: z.object({ saved: SavedArticle, created: z.boolean() }) }),
  /** Shows or hides the marks of another article with the same text on the page. */
  'tab.showMarksOf': message({
    request: z.extend(Tab, { articleId: z.uuid(), shown: z.boolean() }),
    answer: Nothing,
  }),
  /** Scrolls to words. */
  'tab.show': message({ request: z.extend(Tab, { quote: TextQuoteSelector }), answer: Shown }),
  /** Emphasises words while the pointer is over them in the popup; null ends it. */
  'tab.light': message({
    request: z.extend(Tab, { quote: z.nullable(TextQuoteSelector) }),
    answer: Found,
  }),
  /** Keeps the page from forbidding to select and to copy, until it is loaded anew. */
  'tab.liftRestrictions': message({ request: Tab, answer: Nothing }),
  /** Marks words of the page, which is saved first where it is not saved yet. */
  'tab.mark': message({ request: z.extend(Tab, { draft: AnnotationDraft }), answer: Annotation }),
} as const;
