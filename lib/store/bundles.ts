import type { RawRow } from '../record/rowForm.ts';
import type { ArticleBundle, CapturedText } from '../record/schema.ts';
import type { Database } from './database.ts';
import { readAll } from './read.ts';
import type { Store } from './store.ts';

/**
 * An article with its texts and marks; null where it does not exist. Leaves out parts that cannot be read, and moves
 * them to the quarantine.
 */
export const getBundle = async (store: Store, id: string): Promise<ArticleBundle | null> =>
  (await getBundles(store, [id]))[0] ?? null;

/** Sorts texts by capture. Compares revisions before times, because a clock can be set back. */
const byCapture = (a: CapturedText, b: CapturedText): number =>
  a.revision.counter - b.revision.counter || a.capturedAt.localeCompare(b.capturedAt);

/** Groups rows by the article that they belong to. */
function byArticle<R extends { articleId: string }>(rows: R[]): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const group = groups.get(row.articleId);
    if (group) group.push(row);
    else groups.set(row.articleId, [row]);
  }
  return groups;
}

type RawRows = Record<'articles' | 'texts' | 'marks', RawRow[]>;

/**
 * Reads the rows of articles that follow one another in the table. Needs few requests; a request costs more time than
 * the rows that it reads. Null where the ids are not in order, or where other articles are between them.
 */
async function rowsInRange(db: Database, ids: string[]): Promise<RawRows | null> {
  const [first, last] = [ids[0], ids.at(-1)];
  if (first === undefined || last === undefined || ids.some((id, i) => i > 0 && id <= ids[i - 1]!))
    return null;
  const between = db.articles.where('id').between(first, last, true, true);
  const keys = await between.limit(ids.length + 1).primaryKeys();
  const wanted = new Set(ids);
  if (!keys.every((key) => wanted.has(key))) return null;
  const [articles, texts, marks] = await Promise.all([
    db.articles.where('id').between(first, last, true, true).toArray(),
    db.texts.where('articleId').between(first, last, true, true).toArray(),
    db.annotations.where('articleId').between(first, last, true, true).toArray(),
  ]);
  return { articles, texts, marks };
}

async function rowsOfEach(db: Database, ids: string[]): Promise<RawRows> {
  // Asks for each article separately, because the database answers `anyOf` row by row.
  const each = [...new Set(ids)];
  const [articles, texts, marks] = await Promise.all([
    db.articles.bulkGet(ids),
    Promise.all(each.map((id) => db.texts.where('articleId').equals(id).toArray())),
    Promise.all(each.map((id) => db.annotations.where('articleId').equals(id).toArray())),
  ]);
  return {
    articles: articles.filter((raw) => raw !== undefined),
    texts: texts.flat(),
    marks: marks.flat(),
  };
}

/**
 * These articles with their texts and marks, in the given order. Leaves out those that were deleted or cannot be read.
 * Holds all of them in memory at once. Is faster for ids in order.
 */
export async function getBundles(store: Store, ids: string[]): Promise<ArticleBundle[]> {
  const db = await store.reading();
  return db.transaction('r', db.articles, db.texts, db.annotations, async () => {
    const rows = (await rowsInRange(db, ids)) ?? (await rowsOfEach(db, ids));
    const articles = readAll(store, 'article', rows.articles);
    const texts = byArticle(readAll(store, 'text', rows.texts));
    const marks = byArticle(readAll(store, 'annotation', rows.marks));
    return articles.map((saved) => ({
      saved,
      texts: (texts.get(saved.id) ?? []).sort(byCapture),
      annotations: marks.get(saved.id) ?? [],
    }));
  });
}

/** How many articles `bundlesInTurn` reads at a time, unless it is told. */
const READ_AT_ONCE = 50;
/**
 * How many readings `bundlesInTurn` begins ahead. With two, the database can start the next one as soon as it ends
 * one.
 */
const READS_AHEAD = 2;

/**
 * Yields these articles, a few at a time, as `getBundles` reads them. Reads the next ones while the caller works on
 * those before.
 */
export async function* bundlesInTurn(
  store: Store,
  ids: string[],
  atOnce = READ_AT_ONCE,
): AsyncGenerator<ArticleBundle[]> {
  const readings: Promise<ArticleBundle[]>[] = [];
  let from = 0;
  const readAhead = () => {
    for (; readings.length < READS_AHEAD && from < ids.length; from += atOnce) {
      const reading = getBundles(store, ids.slice(from, from + atOnce));
      // Keeps a failure, which is thrown when its turn comes, from counting as unhandled.
      reading.catch(() => {});
      readings.push(reading);
    }
  };
  readAhead();
  for (let next = readings.shift(); next; next = readings.shift()) {
    const bundles = await next;
    readAhead();
    yield bundles;
  }
}
