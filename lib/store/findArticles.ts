import { recognisedAddress, recognisedAddresses, sameScheme } from '../record/address.ts';
import type { OtherCopy, PageReading, SavedArticle } from '../record/schema.ts';
import { sha256 } from '../record/sha256.ts';
import { sameSite } from '../record/site.ts';
import type { Database } from './database.ts';
import { isEmpty, readAll, readOne } from './read.ts';
import type { Store } from './store.ts';
import type { Work } from './work.ts';

/** The addresses under which a page may have been saved. */
type Page = { url: string; canonicalUrl: string | null };

/**
 * The shortest text (UTF-16 units) by which articles count as copies of each other. Shorter texts can be equal on
 * different pages.
 */
const TELLING_TEXT = 100;

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
 * The article to update when a page is saved again; null for a new page. An https page never updates an article saved
 * over http, or the reverse, because anyone on the network can forge an http page.
 */
export const findKnown = async ({ store, db }: Work, reading: PageReading): Promise<SavedArticle | null> =>
  (await atAddresses(store, db, reading)).find((saved) => sameScheme(saved.url, reading.url)) ?? null;

/**
 * Finds the stored article for each of these articles, which are imported or restored: the one with the same id, or
 * else the one of the same page. Null where there is none.
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
