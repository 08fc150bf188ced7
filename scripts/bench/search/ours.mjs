// Pizhu's own index.
import { parseQuery } from '@/lib/search/parseQuery.ts';
import { SearchIndex } from '@/lib/store/index.ts';
import { store } from './savedTexts.mjs';

export const index = new SearchIndex(store);

export async function build() {
  await (await store.writing()).unindexed.clear();
  while (await index.step());
}

export const query = async (words) => (await index.search(parseQuery(words), 'relevance')).ids;
