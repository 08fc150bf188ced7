import { browser } from 'wxt/browser';
import {
  Annotation,
  AnnotationDraft,
  AnnotationPatch,
  Target,
  TextQuoteSelector,
} from '../annotation/schema.ts';
import { PageReading } from '../record/schema.ts';
import { z } from '../zod.ts';
import { answering, type Handlers, listen, readAnswer } from './channel.ts';
import type { answersToPanel } from './panel.ts';
import type { answersToReader, readerRequests } from './reader.ts';
import { MarkStates, Nothing, type Of, Pointer, SelectedQuote, Shown } from './schema.ts';

const Page = z.object({ url: z.string(), canonicalUrl: z.nullable(z.string()) });
const Tab = z.object({ tabId: z.int() });

/** What the background is asked. Its answers are in reader.ts and panel.ts, by who asks. */
export const backgroundRequests = {
  /** Read the page of a tab, putting the reader into it where it is not there yet. */
  'tab.read': Tab,
  /** Read and keep the page of a tab. */
  'tab.save': Tab,
  /** Show words in a tab. */
  'tab.show': z.extend(Tab, { quote: TextQuoteSelector }),
  /** Light words up in a tab while the pointer is over them in the popup; null ends it. */
  'tab.light': z.extend(Tab, { quote: z.nullable(TextQuoteSelector) }),
  /** Mark words of a tab's page, keeping the page where it is not kept yet. */
  'tab.mark': z.extend(Tab, { draft: AnnotationDraft }),
  /** From the stub: is this page saved? The background then puts the reader into it. */
  'page.recognise': Page,
  /** From the stub: words were selected, so the reader is wanted for its toolbar. */
  'page.wantReader': Nothing,
  /** From the reader: it is to read the page, for which the extractor is wanted beside it. */
  'page.wantExtractor': Nothing,
  /** From the reader: the marks of this page. `first` when it has just started and its colours are not there yet. */
  'page.marks': z.extend(Page, { first: z.boolean() }),
  /** From the reader: a new mark. The page is kept with it where it is not yet; then `reading` is needed. */
  'annotation.create': z.object({ draft: AnnotationDraft, page: Page, reading: z.nullable(PageReading) }),
  /** From the reader: a mark's new place, or the confirmation of the one that was guessed. */
  'annotation.retarget': z.object({ id: z.uuid(), target: Target }),
  'annotation.edit': z.object({ id: z.uuid(), patch: AnnotationPatch }),
  'annotation.delete': z.object({ id: z.uuid() }),
  'annotation.restore': Annotation,
  /** From the panel: show an article's page, at a mark or at words of it. */
  'article.show': z.extend(Pointer, { articleId: z.uuid() }),
  /** From the panel: light up a mark or words in the tab that shows the article, if one does; both null ends it. */
  'article.light': z.extend(Pointer, { articleId: z.uuid() }),
  /** From the panel: how the article stands in the tab that shows it; null where no tab can be asked. */
  'article.live': z.object({ articleId: z.uuid() }),
  /** From the panel: the next selection on the page is this mark's new place. */
  'article.reattach': z.object({ articleId: z.uuid(), id: z.uuid() }),
  /** From the panel: what is selected on the article's page. */
  'article.selection': z.object({ articleId: z.uuid() }),
  /** From a panel: these articles or their marks were changed; pages that show them should fetch anew. */
  'collection.changed': z.object({ articleIds: z.array(z.uuid()) }),
} as const;

/** What the reader answers. */
export const readerAnswers = {
  'page.read': PageReading,
  'page.show': Shown,
  'page.light': Shown,
  'page.states': z.object({ states: MarkStates }),
  'page.reattach': Nothing,
  'page.selection': SelectedQuote,
  'page.refresh': Nothing,
  'page.markSelection': z.object({ made: z.boolean() }),
} as const;

type AllAnswers = typeof answersToReader & typeof answersToPanel;
type Answers = { [K in keyof AllAnswers]: Of<AllAnswers, K> };

/** Answers the messages of pages and panels. */
export const handleInBackground = (handlers: Handlers<typeof backgroundRequests, Answers>): void =>
  listen(answering(backgroundRequests, handlers));

type ReaderMessage = keyof typeof readerRequests;

/** Asks the reader in the top frame of a tab. Rejects where no reader is there. */
export async function askPage<K extends ReaderMessage>(
  tabId: number,
  name: K,
  request: Of<typeof readerRequests, K>,
): Promise<Of<typeof readerAnswers, K>> {
  return readAnswer(
    readerAnswers,
    name,
    await browser.tabs.sendMessage(tabId, { pizhu: name, request }, { frameId: 0 }),
  );
}

/** Where `askFrames` finds the reader of a frame: in the extension's own world, which no page sees. */
type FrameWorld = { pizhuReader?: { answer(raw: string): Promise<string> } };

/** Asks the reader of every frame of a tab that has one. A frame that fails is left out. */
export async function askFrames<K extends ReaderMessage>(
  tabId: number,
  name: K,
  request: Of<typeof readerRequests, K>,
): Promise<Of<typeof readerAnswers, K>[]> {
  const results = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: (raw: string) => (globalThis as FrameWorld).pizhuReader?.answer(raw) ?? '',
    args: [JSON.stringify({ pizhu: name, request })],
    // Else Chromium waits for every frame to load, also for one that never does.
    injectImmediately: true,
  });
  return results.flatMap(({ frameId, result }) => {
    if (!result) return [];
    try {
      return [readAnswer(readerAnswers, name, JSON.parse(result))];
    } catch (error) {
      console.warn(`Pizhu: frame ${frameId} failed at ${name}`, error);
      return [];
    }
  });
}
