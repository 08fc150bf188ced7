// FlexSearch with its preset for Chinese and with the context of each character, in memory.
import { Charset, Index } from 'flexsearch';
import { savedTexts } from './savedTexts.mjs';

const index = new Index({ tokenize: 'strict', encoder: Charset.CJK, context: true });

export async function build(count) {
  for await (const rows of savedTexts(count))
    for (const { articleId, text } of rows) index.add(articleId, text);
}

/** Asks for all results, because FlexSearch gives only 100 otherwise. */
export const query = async (words) => index.search(words, { limit: 1_000_000 });
