import { recognisedAddress, recognisedAddresses, sameScheme } from '../record/address.ts';
import type { ChangeOf, Outcome } from '../record/change.ts';
import { CollectionCounts, Counts } from '../record/counts.ts';
import { FieldCorrections } from '../record/fieldCorrections.ts';
import type { ListRow } from '../record/listRow.ts';
import { plainFields } from '../record/plainText.ts';
import {
  type ArticleBundle,
  type CapturedText,
  type OtherCopy,
  type PageReading,
  type SavedArticle,
  textId,
} from '../record/schema.ts';
import { sha256 } from '../record/sha256.ts';
import { sameSite } from '../record/site.ts';
import { trashId } from '../record/trash.ts';
import type { Database } from './database.ts';
import { countRows } from './listing.ts';
import { isEmpty, readAll, readOne } from './read.ts';
import { lastCounter } from './revision.ts';
import type { Store } from './store.ts';
import { outcomeOf, type Work } from './work.ts';

/** The addresses under which a page may have been saved. */
type Page = { url: string; canonicalUrl: string | null };

/**
 * The length (UTF-16 units) from which two articles with the same text count as the same article. Shorter texts can be
 * equal on different pages.
 */
const TELLING_TEXT = 100;

/** A saved article without its text; null where there is none. */
export const getArticle = async (store: Store, id: string): Promise<SavedArticle | null> =>
  readOne(store, 'article', await (await store.reading()).articles.get(id));

/** The articles that have one of these values in an index. Leaves out those that cannot be read. */
async function allWith(
  store: Store,
  db: Database,
  index: 'addresses' | 'alsoAt' | 'sha256',
  values: string[],
): Promise<SavedArticle[]> {
  const raws = await db.articles.where(index).anyOf(values).distinct().toArray();
  return readAll(store, 'article', raws);
}

/**
 * The articles saved at a page's addresses, if they are of the page's own site. Rows of earlier versions can have
 * addresses of other sites, because those versions merged pages with the same text.
 */
async function atAddresses(store: Store, db: Database, { url, canonicalUrl }: Page): Promise<SavedArticle[]> {
  const found = await allWith(store, db, 'addresses', recognisedAddresses(url, canonicalUrl));
  return found.filter((saved) => sameSite(saved.url, url));
}

/**
 * Chooses among articles found at a page's address. Prefers the article saved over the page's own scheme, http or
 * https.
 */
const bestAt = (found: SavedArticle[], url: string): SavedArticle | null =>
  found.find((saved) => sameScheme(saved.url, url)) ?? found[0] ?? null;

/**
 * The article saved at any of a page's addresses, over http or https; null where there is none. Needs one look-up in an
 * index.
 */
export const findByAddress = async (store: Store, page: Page): Promise<SavedArticle | null> =>
  bestAt(await atAddresses(store, await store.reading(), page), page.url);

/**
 * The articles whose marks a page shows: the page's own article, and those of other sites that the person wants to see
 * on it.
 */
export async function articlesAt(
  store: Store,
  page: Page,
): Promise<{ own: SavedArticle | null; also: SavedArticle[] }> {
  const db = await store.reading();
  const own = bestAt(await atAddresses(store, db, page), page.url);
  const address = recognisedAddress(page.url);
  const also = address ? await allWith(store, db, 'alsoAt', [address]) : [];
  return { own, also: also.filter(({ id }) => id !== own?.id) };
}

/**
 * Whether an article is saved at each of these addresses of links, in the same order. Compares the address itself,
 * because a link states no canonical one. Reads one key of the index for each address, and only the small list rows of
 * the articles found.
 */
export async function savedAmong(store: Store, urls: string[]): Promise<boolean[]> {
  const db = await store.reading();
  const forms = urls.map(recognisedAddress);
  const at = new Map<string, string[]>();
  await db.articles
    .where('addresses')
    .anyOf([...new Set(forms.filter((form) => form !== null))])
    .eachPrimaryKey((id, { key }) => void at.set(String(key), [...(at.get(String(key)) ?? []), id]));
  const rows = readAll(store, 'listRow', await db.list.bulkGet([...new Set([...at.values()].flat())]));
  const hosts = new Map(rows.map(({ id, host }) => [id, host]));
  // Compares the sites too, because rows of earlier versions can have addresses of other sites.
  return urls.map((url, i) =>
    (at.get(forms[i] ?? '') ?? []).some((id) => hosts.has(id) && isOf(hosts.get(id)!, url)),
  );
}

/** Whether the host in a list row is of the same site as an address. Rows of pages opened from files have no host. */
const isOf = (host: string, url: string): boolean =>
  host === '' ? new URL(url).host === '' : sameSite(`https://${host}/`, url);

/** The other saved articles with exactly the text of a page. Ignores short texts, which different pages can share. */
export async function otherCopies(
  store: Store,
  { url, text }: { url: string; text: string },
  ownId: string | null,
): Promise<OtherCopy[]> {
  if (text.length < TELLING_TEXT) return [];
  const hash = await sha256(text);
  const found = await allWith(store, await store.reading(), 'sha256', [hash]);
  const address = recognisedAddress(url) ?? url;
  return found
    .filter(({ id }) => id !== ownId)
    .map((saved) => ({
      id: saved.id,
      title: saved.article.title,
      host: URL.canParse(saved.url) ? new URL(saved.url).host : '',
      capturedAt: saved.capturedAt,
      shown: saved.alsoAt.includes(address),
    }));
}

/**
 * The article to update when a page is saved again; null for a new page. Never takes an article saved over the other
 * scheme, because anyone on the network can forge an http page.
 */
const findKnown = async ({ store, db }: Work, reading: PageReading): Promise<SavedArticle | null> =>
  (await atAddresses(store, db, reading)).find((saved) => sameScheme(saved.url, reading.url)) ?? null;

/** The property by which a list is sorted, the latest first. Articles without a known date of publication come last. */
export type ListOrder = 'capturedAt' | 'publishedAt' | 'modified';
/** Where one part of a long list ends. The next part begins after the row with this value and id. */
export type ListCursor = [value: string, id: string];

/** One part of the list of articles, and the cursor at which the next part begins; null at the end. */
export async function listArticles(
  store: Store,
  {
    order = 'capturedAt',
    limit = 50,
    after = null,
  }: { order?: ListOrder; limit?: number; after?: ListCursor | null } = {},
): Promise<{ rows: ListRow[]; next: ListCursor | null }> {
  const db = await store.reading();
  const index = `[${order}+id]`;
  const rest = after ? db.list.where(index).below(after) : db.list.orderBy(index);
  const raws = await rest.reverse().limit(limit).toArray();
  const last = raws.length === limit ? raws.at(-1) : undefined;
  return { rows: readAll(store, 'listRow', raws), next: last ? [last[order], last.id] : null };
}

/** These articles in the given order. Leaves out those that were deleted or cannot be read. */
export async function articlesOf(store: Store, ids: string[]): Promise<SavedArticle[]> {
  return readAll(store, 'article', await (await store.reading()).articles.bulkGet(ids));
}

/** The list rows of these articles in the given order. Leaves out those that were deleted or cannot be read. */
export async function listRowsOf(store: Store, ids: string[]): Promise<ListRow[]> {
  return readAll(store, 'listRow', await (await store.reading()).list.bulkGet(ids));
}

/** The ids of all articles, the last captured first. */
export async function articleIds(store: Store): Promise<string[]> {
  const db = await store.reading();
  return db.list.orderBy('[capturedAt+id]').reverse().primaryKeys();
}

/** The totals of the collection. They are stored as counters; damaged counters are counted anew from the list rows. */
export async function countCollection(store: Store): Promise<CollectionCounts> {
  const db = await store.reading();
  const counts = await db.counts.get('collection');
  if (!counts) return new Counts().collection;
  return CollectionCounts.safeParse(counts).data ?? (await countRows(db)).collection;
}

/** The number of the last change to the collection. Each change has a higher number than the one before. */
export async function lastRevision(store: Store): Promise<number> {
  const db = await store.reading();
  if (!db.has('meta')) return 0;
  return lastCounter(db);
}

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

/**
 * These articles with their texts and marks, in the given order. Leaves out those that were deleted or cannot be read.
 * Holds all of them in memory at once.
 */
export async function getBundles(store: Store, ids: string[]): Promise<ArticleBundle[]> {
  const db = await store.reading();
  return db.transaction('r', db.articles, db.texts, db.annotations, async () => {
    const found = (await db.articles.bulkGet(ids)).filter((raw) => raw !== undefined);
    const articles = readAll(store, 'article', found);
    // Asks for each article separately, because the database answers `anyOf` row by row.
    const each = [...new Set(ids)];
    const [texts, marks] = await Promise.all([
      Promise.all(each.map((id) => db.texts.where('articleId').equals(id).toArray())).then((rows) =>
        byArticle(readAll(store, 'text', rows.flat())),
      ),
      Promise.all(each.map((id) => db.annotations.where('articleId').equals(id).toArray())).then((rows) =>
        byArticle(readAll(store, 'annotation', rows.flat())),
      ),
    ]);
    return articles.map((saved) => ({
      saved,
      texts: (texts.get(saved.id) ?? []).sort(byCapture),
      annotations: marks.get(saved.id) ?? [],
    }));
  });
}

/** How many articles `bundlesInTurn` reads at a time. */
const READ_AT_ONCE = 50;

/**
 * Yields these articles, a few at a time, as `getBundles` reads them. Reads the next ones while the caller works on
 * those before.
 */
export async function* bundlesInTurn(store: Store, ids: string[]): AsyncGenerator<ArticleBundle[]> {
  const read = (from: number) => {
    const reading = getBundles(store, ids.slice(from, from + READ_AT_ONCE));
    // Keeps a failure, which is thrown when its turn comes, from counting as unhandled.
    reading.catch(() => {});
    return reading;
  };
  let next = read(0);
  for (let from = 0; from < ids.length; from += READ_AT_ONCE) {
    const bundles = await next;
    if (from + READ_AT_ONCE < ids.length) next = read(from + READ_AT_ONCE);
    yield bundles;
  }
}

const union = <T>(a: T[], b: T[]): T[] => [...new Set([...a, ...b])];

/**
 * Saves a page that was read. Updates the article if the page is already saved, so that it never exists twice. Its
 * earlier texts, its marks, tags and note stay.
 */
async function saveReading(
  work: Work,
  { reading, articleId }: ChangeOf<'saveReading'>,
  hash: string,
): Promise<Outcome> {
  const { article: whole, ...found } = reading;
  const { text, ...fields } = whole;
  const article = plainFields(fields);
  const known = (await findKnown(work, reading)) ?? (await work.get('article', articleId));
  const { now } = work;
  const id = known?.id ?? articleId;
  if (known) await work.get('article', id);
  await work.put('article', {
    tags: [],
    note: '',
    taskCorrections: [],
    fieldCorrections: {},
    alsoAt: [],
    starred: false,
    read: false,
    created: now,
    ...known,
    // Copies all that was read from the page, so that a field added later is not forgotten.
    ...found,
    id,
    addresses: union(known?.addresses ?? [], recognisedAddresses(reading.url, reading.canonicalUrl)),
    capturedAt: now,
    sha256: hash,
    article,
  });
  if (!readOne(work.store, 'text', await work.db.texts.get([id, hash])))
    await work.put('text', {
      id: textId(id, hash),
      articleId: id,
      sha256: hash,
      created: now,
      capturedAt: now,
      text,
    });
  if (!known)
    work.reversible(
      { type: 'deleteArticle', articleId: id },
      { type: 'restore', trashId: trashId('article', id) },
      article.title,
    );
  return outcomeOf(true, { articleId: id, created: !known });
}

/** Changes an article. Does nothing if the article does not exist, or if the change makes no difference. */
async function edit(
  work: Work,
  articleId: string,
  change: (saved: SavedArticle) => Partial<SavedArticle> | null,
): Promise<Outcome> {
  const saved = await work.get('article', articleId);
  const changes = saved && change(saved);
  if (saved && changes) await work.put('article', { ...saved, ...changes });
  return outcomeOf(!!changes, { articleId: saved && articleId });
}

/** Shows or hides the marks of an article on another site's page with the same text. */
const showMarksAt = (work: Work, { articleId, url, shown }: ChangeOf<'showMarksAt'>) =>
  edit(work, articleId, ({ alsoAt }) => {
    const address = recognisedAddress(url);
    if (!address || alsoAt.includes(address) === shown) return null;
    const step = { type: 'showMarksAt' as const, articleId, url };
    work.reversible({ ...step, shown: !shown }, { ...step, shown });
    return { alsoAt: shown ? [...alsoAt, address] : alsoAt.filter((one) => one !== address) };
  });

const setFlag = (work: Work, { articleId, flag, value, quiet }: ChangeOf<'setFlag'>) =>
  edit(work, articleId, (saved) => {
    if (saved[flag] === value) return null;
    const step = { type: 'setFlag' as const, articleId, flag };
    if (!quiet) work.reversible({ ...step, value: !value }, { ...step, value }, saved.article.title);
    return { [flag]: value };
  });

/** Sets or removes the person's own value of a field. Throws a `ZodError` for a value that the field cannot have. */
const correctField = (work: Work, { articleId, field, to }: ChangeOf<'correctField'>) =>
  edit(work, articleId, (saved) => {
    const { [field]: was, ...others } = saved.fieldCorrections;
    const value = to === undefined ? undefined : plainFields(to);
    if (JSON.stringify(value) === JSON.stringify(was)) return null;
    const step = { type: 'correctField' as const, articleId, field };
    work.reversible({ ...step, to: was }, { ...step, to: value }, saved.article.title);
    return {
      fieldCorrections: FieldCorrections.parse(to === undefined ? others : { ...others, [field]: value }),
    };
  });

/** The functions that change articles; write.ts calls them. Deletion is in trash.ts; tags and notes are in tags.ts. */
export const articleOperations = { saveReading, showMarksAt, setFlag, correctField };

/**
 * Finds for each of these articles, which are imported or restored, the stored article with the same id, or else the one
 * of the same page. Null where there is none.
 */
export async function liveCopies(
  store: Store,
  db: Database,
  all: SavedArticle[],
): Promise<(SavedArticle | null)[]> {
  if (await isEmpty(db.articles)) return all.map(() => null);
  const raws = await db.articles.bulkGet(all.map(({ id }) => id));
  const same = raws.map((raw) => readOne(store, 'article', raw));
  const addresses = new Set(all.flatMap((saved, i) => (same[i] ? [] : saved.addresses)));
  // Asks for each address separately, because the database answers `anyOf` row by row.
  const keys = new Map(
    await Promise.all(
      [...addresses].map(
        async (one) => [one, await db.articles.where('addresses').equals(one).primaryKeys()] as const,
      ),
    ),
  );
  const ids = [...new Set([...keys.values()].flat())];
  const rows = ids.length ? readAll(store, 'article', await db.articles.bulkGet(ids)) : [];
  const found = new Map(rows.map((row) => [row.id, row]));
  return all.map((saved, i) => {
    if (same[i]) return same[i];
    const here = saved.addresses.toSorted().flatMap((one) => keys.get(one) ?? []);
    const copies = here.flatMap((id) => found.get(id) ?? []);
    return copies.find(({ url }) => sameSite(url, saved.url) && sameScheme(url, saved.url)) ?? null;
  });
}

/** Finds the stored article of the same page as a deleted one; null where there is none. */
export const liveCopyOf = async (
  store: Store,
  db: Database,
  saved: SavedArticle,
): Promise<SavedArticle | null> => (await liveCopies(store, db, [saved]))[0] ?? null;
