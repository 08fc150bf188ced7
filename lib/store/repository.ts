import { liveQuery, type Observable } from 'dexie';
import { locateQuote } from '../annotation/describe.ts';
import { withPatch } from '../annotation/edit.ts';
import { Annotation, type AnnotationDraft, type AnnotationPatch, type Target } from '../annotation/schema.ts';
import { recognisedAddresses } from '../record/address.ts';
import { ArticleBundle, CapturedText, type PageReading, SavedArticle } from '../record/schema.ts';
import { sha256 } from '../record/sha256.ts';
import type { Database } from './database.ts';

/** The edits that a person can make to a saved article as a whole. */
export type ArticlePatch = Partial<Pick<SavedArticle, 'tags' | 'note'>>;

/** The part of a record that a broken entry still gives, so that one bad record never hides the others. */
function readable<T>(
  schema: { safeParse(value: unknown): { success: boolean; data?: T } },
  rows: unknown[],
): T[] {
  return rows.flatMap((row) => {
    const parsed = schema.safeParse(row);
    return parsed.success ? [parsed.data as T] : [];
  });
}

/** The saved article at any of these addresses, or null. One look-up in an index. */
export async function findByAddress(
  db: Database,
  page: { url: string; canonicalUrl: string | null },
): Promise<SavedArticle | null> {
  const addresses = recognisedAddresses(page.url, page.canonicalUrl);
  const row = await db.articles.where('addresses').anyOf(addresses).first();
  return row ? SavedArticle.parse(row) : null;
}

/** Shorter texts (UTF-16 units) may be the same on pages that are not. */
const TELLING_TEXT = 100;

/**
 * The saved article of a page as read: at one of its addresses, else with the very same text. Or null.
 * `hash` is the text's SHA-256; a caller within a transaction has to give it, which waits for nothing else.
 */
export async function findByReading(
  db: Database,
  reading: PageReading,
  hash?: string,
): Promise<SavedArticle | null> {
  const known = await findByAddress(db, reading);
  if (known || reading.article.text.length < TELLING_TEXT) return known;
  const digest = hash ?? (await sha256(reading.article.text));
  const row = await db.articles.where('sha256').equals(digest).first();
  return row ? SavedArticle.parse(row) : null;
}

/** Adds a page's address to those by which an article is recognised. */
export async function addAddress(
  db: Database,
  id: string,
  page: { url: string; canonicalUrl: string | null },
): Promise<void> {
  await db.transaction('rw', db.articles, async () => {
    const row = await db.articles.get(id);
    if (!row) return;
    const addresses = [...new Set([...row.addresses, ...recognisedAddresses(page.url, page.canonicalUrl)])];
    await db.articles.put({ ...row, addresses });
  });
}

/**
 * Keeps a page as read. A page that is already saved is updated, never doubled; its earlier texts, its
 * annotations, tags and note stay.
 */
export async function saveReading(
  db: Database,
  reading: PageReading,
  now = new Date(),
): Promise<{ saved: SavedArticle; created: boolean }> {
  const { article: whole, ...found } = reading;
  const { text, ...article } = whole;
  const hash = await sha256(text);
  const time = now.toISOString();
  return db.transaction('rw', db.articles, db.texts, db.annotations, async () => {
    const known = await findByReading(db, reading, hash);
    const addresses = recognisedAddresses(reading.url, reading.canonicalUrl);
    const saved = SavedArticle.parse({
      tags: [],
      note: '',
      id: crypto.randomUUID(),
      created: time,
      ...known,
      // All that was read of the page and of its text, whatever it is: a field that is read is a field that is kept.
      ...found,
      addresses: [...new Set([...(known?.addresses ?? []), ...addresses])],
      modified: time,
      capturedAt: time,
      sha256: hash,
      article,
    });
    await db.articles.put(saved);
    if (!(await db.texts.get([saved.id, hash])))
      await db.texts.put(CapturedText.parse({ articleId: saved.id, sha256: hash, capturedAt: time, text }));
    return { saved, created: !known };
  });
}

/** Changes the tags or the note of an article. Returns null where it is gone. */
export async function editArticle(
  db: Database,
  id: string,
  patch: ArticlePatch,
  now = new Date(),
): Promise<SavedArticle | null> {
  return db.transaction('rw', db.articles, async () => {
    const row = await db.articles.get(id);
    if (!row) return null;
    const saved = SavedArticle.parse({ ...row, ...patch, modified: now.toISOString() });
    await db.articles.put(saved);
    return saved;
  });
}

/** An article with its texts and annotations, or null. */
export async function getBundle(db: Database, id: string): Promise<ArticleBundle | null> {
  return db.transaction('r', db.articles, db.texts, db.annotations, async () => {
    const saved = await db.articles.get(id);
    if (!saved) return null;
    const texts = await db.texts.where('articleId').equals(id).sortBy('capturedAt');
    const annotations = await db.annotations.where('articleId').equals(id).toArray();
    return ArticleBundle.parse({ saved, texts, annotations: readable(Annotation, annotations) });
  });
}

/** The bundles of these articles, in the order given; an id that is gone is passed over. */
export async function getBundles(db: Database, ids: string[]): Promise<ArticleBundle[]> {
  const bundles: ArticleBundle[] = [];
  for (const id of ids) {
    const bundle = await getBundle(db, id);
    if (bundle) bundles.push(bundle);
  }
  return bundles;
}

/** Takes an article out, with all that belongs to it, and returns it for `restoreBundle`. */
export async function deleteArticle(db: Database, id: string): Promise<ArticleBundle | null> {
  return db.transaction('rw', db.articles, db.texts, db.annotations, async () => {
    const bundle = await getBundle(db, id);
    await db.articles.delete(id);
    await db.texts.where('articleId').equals(id).delete();
    await db.annotations.where('articleId').equals(id).delete();
    return bundle;
  });
}

/** Undoes `deleteArticle`. */
export async function restoreBundle(db: Database, bundle: ArticleBundle): Promise<void> {
  const { saved, texts, annotations } = ArticleBundle.parse(bundle);
  await db.transaction('rw', db.articles, db.texts, db.annotations, async () => {
    await db.articles.put(saved);
    await db.texts.bulkPut(texts);
    await db.annotations.bulkPut(annotations);
  });
}

/** Saved articles, newest capture first, without their texts. */
export async function listArticles(db: Database): Promise<SavedArticle[]> {
  return readable(SavedArticle, await db.articles.orderBy('capturedAt').reverse().toArray());
}

/** The marks of an article, in the order of its text, those outside the text last. */
export async function listAnnotations(db: Database, articleId: string): Promise<Annotation[]> {
  const rows = readable(Annotation, await db.annotations.where('articleId').equals(articleId).toArray());
  const place = (annotation: Annotation) => annotation.target.captured?.start ?? Number.POSITIVE_INFINITY;
  return rows.sort((a, b) => place(a) - place(b) || a.created.localeCompare(b.created));
}

/** Longer texts (UTF-16 units) stay where they are: in a page of megabytes marks are found by their words alone. */
const LONGEST_TEXT = 500_000;

/** The captured texts that these marks point into, each once. */
export async function textsOfMarks(db: Database, annotations: Annotation[]): Promise<CapturedText[]> {
  const keys = new Map<string, [string, string]>();
  for (const { articleId, target } of annotations)
    if (target.captured) keys.set(target.captured.sha256, [articleId, target.captured.sha256]);
  const rows = await db.texts.bulkGet([...keys.values()]);
  return rows.filter((row) => row !== undefined && row.text.length <= LONGEST_TEXT) as CapturedText[];
}

/** Every mark of the collection, in no order. */
export async function listAllAnnotations(db: Database): Promise<Annotation[]> {
  return readable(Annotation, await db.annotations.toArray());
}

/** The text of every article as last read, by the article's id. Reads all bodies: for searching only. */
export async function listTexts(db: Database): Promise<Map<string, string>> {
  const latest = new Map<string, string>();
  await db.articles.each(({ id, sha256 }) => void latest.set(id, sha256));
  const texts = new Map<string, string>();
  await db.texts.each((row) => {
    if (latest.get(row.articleId) === row.sha256) texts.set(row.articleId, row.text);
  });
  return texts;
}

/** A target tied to its place in the article's captured text, where its words stand there. */
async function tied(db: Database, articleId: string, target: Target): Promise<Target> {
  const saved = await db.articles.get(articleId);
  const text = saved && (await db.texts.get([articleId, saved.sha256]));
  const quote = target.selector.find((selector) => selector.type === 'TextQuoteSelector');
  const span = text && quote ? locateQuote(quote, text.text, true) : null;
  return { ...target, captured: span && saved ? { sha256: saved.sha256, ...span } : null };
}

/** Keeps a new mark. */
export async function addAnnotation(
  db: Database,
  articleId: string,
  draft: AnnotationDraft,
  now = new Date(),
): Promise<Annotation> {
  const time = now.toISOString();
  return db.transaction('rw', db.articles, db.texts, db.annotations, async () => {
    const annotation = Annotation.parse({
      ...draft,
      target: await tied(db, articleId, draft.target),
      id: crypto.randomUUID(),
      articleId,
      created: time,
      modified: time,
    });
    await db.annotations.put(annotation);
    return annotation;
  });
}

/** Gives a mark a new place. Returns null where the mark is gone. */
export async function retargetAnnotation(
  db: Database,
  id: string,
  target: Target,
  now = new Date(),
): Promise<Annotation | null> {
  return db.transaction('rw', db.articles, db.texts, db.annotations, async () => {
    const row = await db.annotations.get(id);
    if (!row) return null;
    const annotation = Annotation.parse({
      ...row,
      target: await tied(db, row.articleId, target),
      modified: now.toISOString(),
    });
    await db.annotations.put(annotation);
    return annotation;
  });
}

/** Changes colour, note or tags of a mark. Returns null where it is gone. */
export async function editAnnotation(
  db: Database,
  id: string,
  patch: AnnotationPatch,
  now = new Date(),
): Promise<Annotation | null> {
  return db.transaction('rw', db.annotations, async () => {
    const row = await db.annotations.get(id);
    if (!row) return null;
    const annotation = withPatch(Annotation.parse(row), patch, now);
    await db.annotations.put(annotation);
    return annotation;
  });
}

/** Takes a mark out and returns it for `restoreAnnotation`. */
export async function deleteAnnotation(db: Database, id: string): Promise<Annotation | null> {
  return db.transaction('rw', db.annotations, async () => {
    const row = await db.annotations.get(id);
    await db.annotations.delete(id);
    return row ? Annotation.parse(row) : null;
  });
}

/** Undoes `deleteAnnotation`. */
export async function restoreAnnotation(db: Database, annotation: Annotation): Promise<void> {
  await db.annotations.put(Annotation.parse(annotation));
}

/** Every tag of articles and marks, the most used first. */
export async function tagsInUse(db: Database): Promise<string[]> {
  const counts = new Map<string, number>();
  const count = (tag: string) => counts.set(tag, (counts.get(tag) ?? 0) + 1);
  await db.articles.orderBy('tags').eachKey((tag) => void count(String(tag)));
  await db.annotations.each(({ body }) => {
    for (const { purpose, value } of body) if (purpose === 'tagging') count(value);
  });
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'zh')).map(([tag]) => tag);
}

/** Runs a query now and again whenever what it read changes, in this context or another. */
export function watch<T>(query: () => Promise<T>): Observable<T> {
  return liveQuery(query);
}
