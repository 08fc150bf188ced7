// Reads the tables of the collection without the extension's code, and checks that every change in them is complete.
import { createHash } from 'node:crypto';

/** All rows of all tables, by the name of the table. `raw` is a page with the extension's origin. */
export const readTables = (raw) =>
  raw.evaluate(async () => {
    const asked = (request) =>
      new Promise((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
    const known = (await indexedDB.databases()).some(({ name }) => name === 'pizhu');
    if (!known) return {};
    const opening = indexedDB.open('pizhu');
    // Aborts if the collection does not exist, because opening it would create it.
    opening.onupgradeneeded = () => opening.transaction.abort();
    const db = await asked(opening).catch(() => null);
    if (!db) return {};
    const names = [...db.objectStoreNames];
    // Uses a single transaction, so that all tables are read as they were at the same moment.
    const transaction = db.transaction(names);
    const all = await Promise.all(names.map((name) => asked(transaction.objectStore(name).getAll())));
    db.close();
    return Object.fromEntries(names.map((name, i) => [name, all[i]]));
  });

const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/** Lists changes that are only half done, such as an article without its text. Empty where the tables are complete. */
export function halvesIn(tables) {
  const found = [];
  // Skips tables of earlier versions, which have neither list rows nor counts.
  if (!('list' in tables)) return found;
  const { articles = [], texts = [], annotations = [], list = [], trash = [], tombstones = [] } = tables;
  const { counts = [], tags = [], meta = [] } = tables;
  const ids = new Set(articles.map(({ id }) => id));
  const captures = new Set(texts.map(({ articleId, sha256: hash }) => `${articleId} ${hash}`));
  for (const { id, sha256: hash } of articles)
    if (!captures.has(`${id} ${hash}`)) found.push(`article ${id} without its text`);
  for (const { articleId, sha256: hash, text } of texts) {
    if (!ids.has(articleId)) found.push(`text ${hash} without an article`);
    if (sha256(text) !== hash) found.push(`text ${hash} changed`);
  }
  for (const { id, articleId } of annotations)
    if (!ids.has(articleId)) found.push(`mark ${id} without an article`);
  const listed = new Set(list.map(({ id }) => id));
  for (const id of ids) if (!listed.has(id)) found.push(`article ${id} not listed`);
  for (const id of listed) if (!ids.has(id)) found.push(`list row ${id} without an article`);
  const buried = new Set(tombstones.map(({ id }) => id));
  for (const { id } of trash) {
    if (!buried.has(id)) found.push(`trash ${id} without a tombstone`);
    if (ids.has(id.replace(/^article:/, ''))) found.push(`${id} both there and in the trash`);
  }
  const all = counts.find(({ id }) => id === 'collection');
  if (all && all.articles !== articles.length) found.push(`${all.articles} counted of ${articles.length}`);
  if (all && all.marks !== annotations.length)
    found.push(`${all.marks} counted of ${annotations.length} marks`);
  for (const { id, articles: counted } of tags)
    if (counted !== list.filter((row) => row.tags.includes(id)).length) found.push(`tag ${id} miscounted`);
  const used = new Set(list.flatMap((row) => row.tags));
  if (used.size !== tags.length) found.push(`${tags.length} tags counted of ${used.size}`);
  const highest = Math.max(
    0,
    ...[...articles, ...texts, ...annotations].map((row) => row.revision?.counter ?? 0),
  );
  const counter = meta.find(({ id }) => id === 'revision')?.counter ?? 0;
  if (counter < highest) found.push(`revision ${highest} above the counter ${counter}`);
  return found;
}
