import { PageReading } from '../record/schema.ts';
import { z } from '../zod.ts';
import { message } from './message.ts';
import { Found, MarkStates, Pointer, SelectedQuote, SnapshotOutcome } from './schema.ts';

const Article = z.object({ articleId: z.uuid() });

/** Requests of the side panel about the page of a saved article, in any tab that shows it. */
export const articleMessages = {
  /**
   * Shows the page of an article, at a mark or at a quote.
   * - `shown`: the words are visible now.
   * - `hidden`: the page has the words, but hides them.
   * - `missing`: the page is open, but lacks the words.
   * - `opened`: the page was opened in a new tab, where the browser itself looks for the words.
   */
  'article.show': message({
    request: z.extend(Pointer, { articleId: z.uuid() }),
    answer: z.object({ outcome: z.enum(['shown', 'hidden', 'missing', 'opened']) }),
  }),
  /**
   * Emphasises a mark or a quote in a tab that shows the article, if there is one. If both are null, the emphasis ends.
   */
  'article.light': message({ request: z.extend(Pointer, { articleId: z.uuid() }), answer: Found }),
  /** Reads the article again in a tab that shows it. Null where no such tab can be read. */
  'article.live': message({
    request: Article,
    answer: z.nullable(z.object({ states: MarkStates, reading: PageReading })),
  }),
  /** Makes a snapshot of the page in a tab that shows the article, where the person wants snapshots. */
  'article.snapshot': message({ request: Article, answer: SnapshotOutcome }),
  /** Waits until the person selects words on the page, and makes them the new place of this mark. */
  'article.reattach': message({ request: z.extend(Article, { id: z.uuid() }), answer: Found }),
  /** Returns the words selected on the page of the article. */
  'article.selection': message({ request: Article, answer: SelectedQuote }),
} as const;
