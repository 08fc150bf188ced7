// MiniSearch over pairs of characters, in memory.
import MiniSearch from 'minisearch';
import { pairsOf, savedTexts } from './savedTexts.mjs';

const index = new MiniSearch({
  fields: ['text'],
  idField: 'articleId',
  tokenize: pairsOf,
  processTerm: (term) => term,
});

export async function build(count) {
  for await (const rows of savedTexts(count)) index.addAll(rows);
}

export const query = async (words) =>
  index.search(words, { combineWith: 'AND', prefix: words.length === 1 }).map(({ id }) => id);
