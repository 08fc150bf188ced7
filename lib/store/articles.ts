import { recognisedAddress, recognisedAddresses } from '../record/address.ts';
import type { ChangeOf, Outcome } from '../record/change.ts';
import { FieldCorrections } from '../record/fieldCorrections.ts';
import { plainFields } from '../record/plainText.ts';
import { type SavedArticle, textId } from '../record/schema.ts';
import { trashId } from '../record/trash.ts';
import { findKnown } from './findArticles.ts';
import { readAll, readOne } from './read.ts';
import { lastCounter } from './revision.ts';
import type { Store } from './store.ts';
import { outcomeOf, type Work } from './work.ts';

/** A saved article without its text; null where there is none. */
export const getArticle = async (store: Store, id: string): Promise<SavedArticle | null> =>
  readOne(store, 'article', await (await store.reading()).articles.get(id));

/** These articles in the given order. Leaves out those that were deleted or cannot be read. */
export async function articlesOf(store: Store, ids: string[]): Promise<SavedArticle[]> {
  return readAll(store, 'article', await (await store.reading()).articles.bulkGet(ids));
}

/** The number of the last change to the collection. Each change has a higher number than the one before. */
export async function lastRevision(store: Store): Promise<number> {
  const db = await store.reading();
  if (!db.has('meta')) return 0;
  return lastCounter(db);
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

/** The functions that change articles; write.ts calls them. Deletion is in moveToTrash.ts, tags and notes in tags.ts. */
export const articleOperations = { saveReading, showMarksAt, setFlag, correctField };
