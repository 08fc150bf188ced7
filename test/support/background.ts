import 'fake-indexeddb/auto';
import type { AnnotationDraft } from '@/lib/annotation/schema.ts';
import { ArticleTabs } from '@/lib/app/background/articleTabs.ts';
import type { Context } from '@/lib/app/background/context.ts';
import { PageReading } from '@/lib/record/schema.ts';
import { articleIds, articlesOf, openStore, type Store } from '@/lib/store/index.ts';
import { FakeBrowser } from './fakeBrowser.ts';
import { fullValue } from './fullValue.ts';

/** Makes a background that runs without a browser: its context has a fake browser and a real collection. */
export function backgroundForTest(): Context & { fake: FakeBrowser } {
  const fake = new FakeBrowser();
  return {
    fake,
    browser: fake as never,
    db: openStore({ name: `pizhu-test-${crypto.randomUUID()}` }),
    articleTabs: new ArticleTabs(fake.storage.session),
    copy: async (text) => {
      fake.copied.push(text);
      return true;
    },
  };
}

/** All saved articles, beginning with the last captured. */
export const allArticles = async (store: Store) => articlesOf(store, await articleIds(store));

/** A reading of a page at an address. Its text differs for each address. */
export function readingAt(url: string, text = `${url} 的正文。`): PageReading {
  const reading = PageReading.parse(fullValue(PageReading));
  return { ...reading, url, canonicalUrl: null, article: { ...reading.article, text } };
}

/** A draft of a mark on some words, as a page sends it. */
export const draftOn = (exact: string, source = 'https://elsewhere.example/'): AnnotationDraft => ({
  color: 'yellow',
  body: [],
  target: {
    source,
    selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }],
    captured: null,
  },
});
