// Runs in a page of the extension for the benchmark of the panel, as the global `bench`.
import { articlesAt, openStore, SearchIndex } from '@/lib/store/index.ts';
import { importArticles } from '../importedArticles.mjs';
import { articles } from '../search/articles.mjs';

/** Imports all articles, and builds the search index. */
export async function fill(count) {
  const store = openStore();
  await importArticles(store, articles(count), 0);
  const index = new SearchIndex(store);
  while (await index.step());
  await index.close();
  await store.close();
}

/** Milliseconds to find out that a page is not saved. Every page of an allowed site asks this while it loads. */
export async function unsavedPage(url) {
  const store = openStore();
  await store.reading();
  const from = performance.now();
  await articlesAt(store, { url, canonicalUrl: null });
  const took = performance.now() - from;
  await store.close();
  return took;
}
