import { bodyWith, noteOf, tagsOf } from '../annotation/edit.ts';
import { presentVersion } from './migrate.ts';
import type { Revision } from './row.ts';
import type { RawRow } from './rowForm.ts';
import type { ArticleBundle, CapturedText, KeptAnnotation, SavedArticle } from './schema.ts';
import { textId } from './schema.ts';

/**
 * What an import does with one row: adds it (`add`), replaces the older stored row (`change`), leaves the stored row
 * (`left`), or merges two rows that were both edited (`conflict`).
 */
export type MergeKind = 'add' | 'change' | 'left' | 'conflict';

/** The result for one row. `stamped`: the row keeps the times and revision that it was exported with. */
export type Merge<T> =
  | { kind: 'left'; row: null; stamped: false }
  | { kind: Exclude<MergeKind, 'left'>; row: T; stamped: boolean };

/** The result of merging an imported article, with its texts and marks, into the collection. */
export type BundleMerge = {
  /** The id of the article in this collection. */
  articleId: string;
  kind: MergeKind;
  article: Merge<SavedArticle>;
  texts: CapturedText[];
  annotations: Merge<KeptAnnotation>[];
};

/**
 * What the import of an article would change. `absentAt` stands for the content of the collection, if nothing of the
 * article was in it; else null. While that content is unchanged, the import need not look for the article again.
 */
export type ImportPreview = BundleMerge & { absentAt: string | null };

/** Articles of an import. `isAbsent`: for each article, whether the preview found nothing of it in the collection. */
export type ImportPart = { bundles: ArticleBundle[]; isAbsent?: boolean[] };

/**
 * Writes the next articles of an import in one transaction. `more` returns further articles to be written in the same
 * transaction, or null where none has been read yet.
 */
export type ImportWriter = (part: ImportPart, more?: () => ImportPart | null) => Promise<number>;

const LEFT = { kind: 'left', row: null, stamped: false } as const;

const union = <T>(a: T[], b: T[]): T[] => [...new Set([...a, ...b])];

/** Whether two values are equal; the order of fields does not matter. */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b || Array.isArray(a) !== Array.isArray(b))
    return false;
  const [one, other] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    one.length === other.size && one.every(([key, value]) => other.has(key) && isEqual(value, other.get(key)))
  );
}

/** Joins two notes. A note that the other one already contains adds nothing. */
function joinedNotes(live: string, back: string): string {
  if (back.trim() === '' || live.includes(back)) return live;
  return live.trim() === '' || back.includes(live) ? back : `${live}\n\n${back}`;
}

/**
 * Merges two saved articles of the same page. Address, id and what was read from the page come from `live`, the stored
 * one; what a person has added comes from both.
 */
export function mergedArticles(live: SavedArticle, back: SavedArticle): SavedArticle {
  const known = new Set(live.taskCorrections.map(({ id }) => id));
  return {
    ...live,
    schema: presentVersion('article'),
    created: live.created < back.created ? live.created : back.created,
    addresses: union(live.addresses, back.addresses),
    alsoAt: union(live.alsoAt, back.alsoAt),
    tags: union(live.tags, back.tags),
    note: joinedNotes(live.note, back.note),
    fieldCorrections: { ...back.fieldCorrections, ...live.fieldCorrections },
    taskCorrections: [...live.taskCorrections, ...back.taskCorrections.filter(({ id }) => !known.has(id))],
    starred: live.starred || back.starred,
    read: live.read || back.read,
  };
}

/** The fields of a saved article that do not come from the page: its ids, and what a person has added. */
const OWN = [
  'id',
  'created',
  'modified',
  'revision',
  'schema',
  'addresses',
  'alsoAt',
  'taskCorrections',
  'fieldCorrections',
  'tags',
  'note',
  'starred',
  'read',
];

/** The fields of a saved article that were read from the page. */
const readingOf = (saved: SavedArticle): Partial<SavedArticle> =>
  Object.fromEntries(Object.entries(saved).filter(([name]) => !OWN.includes(name)));

/**
 * Compares two revisions of the same device: positive where `a` is later. Null for revisions of different devices,
 * which have no order.
 */
function order(a: Revision, b: Revision): number | null {
  return a.device === b.device && a.device !== '' ? a.counter - b.counter : null;
}

function mergeArticle(live: SavedArticle | null, incoming: SavedArticle): Merge<SavedArticle> {
  if (!live) return { kind: 'add', row: incoming, stamped: true };
  if (live.id === incoming.id) {
    if (isEqual(live, incoming)) return LEFT;
    const later = order(incoming.revision, live.revision);
    if (later !== null) return later > 0 ? { kind: 'change', row: incoming, stamped: true } : LEFT;
  }
  const newer = incoming.capturedAt > live.capturedAt ? readingOf(incoming) : {};
  const row = { ...mergedArticles(live, incoming), ...newer };
  if (isEqual({ ...row, schema: 0 }, { ...live, schema: 0 })) return LEFT;
  const bothNoted = live.note.trim() !== '' && row.note !== live.note;
  const isOtherText = live.sha256 !== incoming.sha256;
  return { kind: bothNoted || isOtherText ? 'conflict' : 'change', row, stamped: false };
}

/**
 * Merges an imported mark with the stored one. `deleted`: the revision counter of the mark's deletion in this
 * collection, if it was deleted.
 */
function mergeMark(
  live: KeptAnnotation | null,
  incoming: KeptAnnotation,
  deleted: number | null,
): Merge<KeptAnnotation> {
  if (!live)
    return deleted !== null && deleted > incoming.revision.counter
      ? LEFT
      : { kind: 'add', row: incoming, stamped: true };
  if (live.articleId !== incoming.articleId || isEqual(live, incoming)) return LEFT;
  const later = order(incoming.revision, live.revision);
  if (later !== null) return later > 0 ? { kind: 'change', row: incoming, stamped: true } : LEFT;
  const last = incoming.modified > live.modified ? incoming : live;
  const body = bodyWith(live, {
    note: joinedNotes(noteOf(live), noteOf(incoming)),
    tags: union(tagsOf(live), tagsOf(incoming)),
  });
  const row = { ...live, body, color: last.color, target: last.target };
  if (isEqual({ ...row, schema: 0 }, { ...live, schema: 0 })) return LEFT;
  return { kind: 'conflict', row, stamped: false };
}

/** What the collection already has of an imported article, under the same id or address. */
export type Present = {
  /** The stored article: the article with the same id, or else an article at the same address. */
  article: SavedArticle | null;
  /** The SHA-256 of each stored text of that article. */
  texts: Set<string>;
  /** The stored marks by their id. */
  annotations: Map<string, KeptAnnotation>;
  /** For each deleted mark, by id: the revision counter of its deletion. */
  deleted: Map<string, number>;
};

/** What `Present` is where the collection has nothing of the imported article. */
export const NOTHING_PRESENT: Present = {
  article: null,
  texts: new Set(),
  annotations: new Map(),
  deleted: new Map(),
};

/**
 * Merges an imported article with the stored one. Pure: only computes what to write. Never replaces stored data that is
 * newer.
 */
export function mergeBundle(present: Present, { saved, texts, annotations }: ArticleBundle): BundleMerge {
  const articleId = present.article?.id ?? saved.id;
  const article = mergeArticle(present.article, saved);
  const known = new Set(present.texts);
  const newTexts = texts
    .filter(({ sha256 }) => !known.has(sha256) && known.add(sha256))
    .map((text) =>
      text.articleId === articleId ? text : { ...text, articleId, id: textId(articleId, text.sha256) },
    );
  const marks = annotations.map((mark) => {
    const own = mark.articleId === articleId ? mark : { ...mark, articleId };
    return mergeMark(present.annotations.get(mark.id) ?? null, own, present.deleted.get(mark.id) ?? null);
  });
  const kinds = [article.kind, ...marks.map(({ kind }) => kind)];
  const isMore = newTexts.length > 0 || kinds.some((kind) => kind !== 'left');
  const kind =
    article.kind === 'add' ? 'add' : kinds.includes('conflict') ? 'conflict' : isMore ? 'change' : 'left';
  return { articleId, kind, article, texts: newTexts, annotations: marks };
}

/** The revision and time with which an import wrote a row. They show later whether the row was changed since. */
type Stamp = { modified?: unknown; revision?: unknown };
/** A row that an import added: its kind, its id, and its stamp. A list, because the database copies objects slowly. */
type AddedRow = [
  kind: 'article' | 'annotation',
  id: string,
  modified: string,
  counter: number,
  device: string,
];

/** The data with which the import of one article can be undone. */
export type ImportUndo = {
  articleId: string;
  /**
   * The changed rows as they were before the import. Earlier versions of Pizhu also recorded added rows here, with null
   * as `before`.
   */
  rows: { kind: 'article' | 'annotation'; id: string; before: RawRow | null; after: Stamp }[];
  /** Absent where an earlier version of Pizhu made the record. */
  added?: AddedRow[];
  /** The SHA-256 of the texts that the import added. */
  texts: string[];
};

/** All rows that an import changed or added; `before` is null for those that it added. */
export const rowsOfUndo = ({ rows, added = [] }: ImportUndo): ImportUndo['rows'] => [
  ...rows,
  ...added.map(([kind, id, modified, counter, device]) => ({
    kind,
    id,
    before: null,
    after: { modified, revision: { counter, device } },
  })),
];
