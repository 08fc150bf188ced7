import { PageReading } from '../record/schema.ts';
import { z } from '../zod.ts';
import { message } from './message.ts';
import { Found, MarkStates, Pointer, SelectedQuote } from './schema.ts';

const Article = z.object({ articleId: z.uuid() });

/** Requests of the panel about the page of a saved article, in whichever tab shows it. */
export const articleMessages = {
  /**
   * Shows the page, at a mark or at words. `shown`: the words are in view; `missing`: the page is open but lacks the
   * words; `hidden`: the page has them, but hides them. `opened`: the page is in a new tab, where the browser itself looks for
   * the words.
   */
  'article.show': message({
    request: z.extend(Pointer, { articleId: z.uuid() }),
    answer: z.object({ outcome: z.enum(['shown', 'hidden', 'missing', 'opened']) }),
  }),
  /** Emphasises a mark or words in the tab that shows the article, if one does; both null end it. */
  'article.light': message({ request: z.extend(Pointer, { articleId: z.uuid() }), answer: Found }),
  /** Reads the article anew in the tab that shows it; null where no tab can be asked. */
  'article.live': message({
    request: Article,
    answer: z.nullable(z.object({ states: MarkStates, reading: PageReading })),
  }),
  /** Makes the next selection on the page this mark's new place. */
  'article.reattach': message({ request: z.extend(Article, { id: z.uuid() }), answer: Found }),
  /** Returns the words that are selected on the article's page. */
  'article.selection': message({ request: Article, answer: SelectedQuote }),
} as const;
