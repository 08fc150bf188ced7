import { Annotation, AnnotationDraft, TextQuoteSelector } from '../annotation/schema.ts';
import { PageReading, SavedArticle } from '../record/schema.ts';
import { z } from '../zod.ts';
import { message } from './message.ts';
import { Found } from './schema.ts';

const Tab = z.object({ tabId: z.int() });

/** What the popup asks about the page of a tab. */
export const tabMessages = {
  /** Read the page, putting the reader into it where it is not there yet. */
  'tab.read': message({
    request: Tab,
    answer: z.object({ reading: PageReading, saved: z.nullable(SavedArticle) }),
  }),
  /** Read and keep the page. */
  'tab.save': message({ request: Tab, answer: z.object({ saved: SavedArticle, created: z.boolean() }) }),
  /** Scroll to words. */
  'tab.show': message({ request: z.extend(Tab, { quote: TextQuoteSelector }), answer: Found }),
  /** Light words up while the pointer is over them in the popup; null ends it. */
  'tab.light': message({
    request: z.extend(Tab, { quote: z.nullable(TextQuoteSelector) }),
    answer: Found,
  }),
  /** Mark words of the page, keeping it where it is not kept yet. */
  'tab.mark': message({ request: z.extend(Tab, { draft: AnnotationDraft }), answer: Annotation }),
} as const;
