// Pairs of characters in a multiEntry index of Dexie. A query reads the texts that have all its pairs, and searches
// them for the words.
import { Dexie } from 'dexie';
import { pairsOf, savedTexts } from './savedTexts.mjs';

const db = new Dexie('dexie-pairs');
db.version(1).stores({ articles: 'id, *pairs' });

export async function build(count) {
  for await (const rows of savedTexts(count))
    await db.articles.bulkPut(
      rows.map(({ articleId, text }) => ({ id: articleId, text, pairs: [...new Set(pairsOf(text))] })),
    );
}

export async function query(words) {
  const found = await Promise.all(
    pairsOf(words).map((pair) => db.articles.where('pairs').startsWith(pair).primaryKeys()),
  );
  const [first, ...others] = found.map((ids) => new Set(ids));
  const ids = [...first].filter((id) => others.every((other) => other.has(id)));
  const articles = await db.articles.bulkGet(ids);
  return articles.filter(({ text }) => text.includes(words)).map(({ id }) => id);
}
