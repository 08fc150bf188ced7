// Runs in a page of the extension for the benchmark of the panel, as the global `bench`.
import { articlesAt, openStore, SearchIndex, writeAll } from '@/lib/store/index.ts';
import { sampleReading } from '@/test/support/samples.ts';
import { articles } from '../search/articles.mjs';

/** Saves all articles as the extension does, a hundred in each transaction, and builds the search index. */
export async function fill(count) {
  const store = openStore();
  let batch = [];
  const keep = async () => {
    await writeAll(store, batch);
    batch = [];
  };
  for (const { title, text, url } of articles(count)) {
    const reading = sampleReading({ title, text }, url);
    batch.push({ id: crypto.randomUUID(), type: 'saveReading', articleId: crypto.randomUUID(), reading });
    if (batch.length === 100) await keep();
  }
  await keep();
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
