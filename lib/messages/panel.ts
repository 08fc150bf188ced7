import { Annotation } from '../annotation/schema.ts';
import { PageReading, SavedArticle } from '../record/schema.ts';
import { z } from '../zod.ts';
import type { backgroundRequests } from './background.ts';
import { askBackgroundFor } from './channel.ts';
import { MarkStates, Nothing, type Of, SelectedQuote, Shown } from './schema.ts';

/** What the background answers to the popup and the panel. */
export const answersToPanel = {
  'tab.read': z.object({ reading: PageReading, saved: z.nullable(SavedArticle) }),
  'tab.save': z.object({ saved: SavedArticle, created: z.boolean() }),
  'tab.show': Shown,
  'tab.light': Shown,
  'tab.mark': Annotation,
  'article.show': z.object({
    /** `shown`: at the place; `missing`: the page is open but the words are not there; `opened`: in a new tab, where the browser itself looks for the words. */
    outcome: z.enum(['shown', 'missing', 'opened']),
  }),
  'article.light': Shown,
  'article.live': z.nullable(z.object({ states: MarkStates, reading: PageReading })),
  'article.reattach': Shown,
  'article.selection': SelectedQuote,
  'collection.changed': Nothing,
} as const;

/** Asks the background. Throws a `PizhuError` when it says why not, a `ZodError` on an answer out of form. */
export const askBackground = <K extends keyof typeof answersToPanel & string>(
  name: K,
  request: Of<typeof backgroundRequests, K>,
): Promise<Of<typeof answersToPanel, K>> => askBackgroundFor(answersToPanel, name, request);
