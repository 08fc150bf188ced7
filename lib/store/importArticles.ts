import { Dexie } from 'dexie';
import type { Ref } from '../record/changeNotice.ts';
import { Counts } from '../record/counts.ts';
import type { ListRow } from '../record/listRow.ts';
import { listRowOf } from '../record/listRowOf.ts';
import {
  type BundleMerge,
  type ImportPart,
  type ImportUndo,
  type ImportWriter,
  type Merge,
  mergeBundle,
  NOTHING_PRESENT,
} from '../record/merge.ts';
import { presentVersion, type Row, readRow } from '../record/migrate.ts';
import type { Revision } from '../record/row.ts';
import type { RawRow } from '../record/rowForm.ts';
import { type ArticleBundle, textId } from '../record/schema.ts';
import type { Database } from './database.ts';
import { StoreError } from './errors.ts';
import { undoId } from './imports.ts';
import { addToCounters, addToList, refreshList } from './listing.ts';
import { areNew, rowsAt, storedOf } from './present.ts';
import { isEmpty } from './read.ts';
import { lastRevisionOf, putRevision, stateAfter, stateOf } from './revision.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import { outcomeOf } from './work.ts';

/** Stored rows of articles and marks, by id. */
type StoredRows = Record<'article' | 'annotation', Map<string, RawRow>>;

/** How an imported article is merged, and the stored rows that it replaces. `isNew`: nothing of it is stored yet. */
type Planned = { bundle: ArticleBundle; merge: BundleMerge; before: StoredRows; isNew: boolean };

/** Writes articles of an import in one transaction. */
class ImportBatch {
  /** How many articles were new or changed so far. */
  changed = 0;
  private highest = 0;
  /** The counts of new articles that are not yet added to the stored counters. */
  private counts = new Counts();
  private readonly now: string;

  constructor(
    private readonly store: Store,
    private readonly db: Database,
    private readonly importId: string,
    private readonly last: Revision,
    private readonly refs: Map<string, Ref>,
    private readonly revive: boolean,
  ) {
    this.now = store.now().toISOString();
  }

  /** The revision of the article that is written next. Each changed article counts as a change. */
  private get revision(): Revision {
    return { counter: this.last.counter + this.changed + 1, device: this.last.device };
  }

  /** Adds articles of which the collection has nothing. Fails where it has a row with one of their ids. */
  async add(bundles: ArticleBundle[]): Promise<void> {
    const before = { article: new Map(), annotation: new Map() };
    await this.write(
      bundles.map((bundle) => ({ bundle, merge: mergeBundle(NOTHING_PRESENT, bundle), before, isNew: true })),
    );
  }

  /** Merges articles into the collection. Of two that become the same article, the second is merged after the first. */
  async merge(bundles: ArticleBundle[]): Promise<void> {
    for (let left = bundles; left.length > 0; ) {
      const taken = new Set<string>();
      const isFree = (keys: string[]) => {
        const free = !keys.some((key) => taken.has(key));
        for (const key of keys) taken.add(key);
        return free;
      };
      const apart = left.filter(({ saved, annotations }) =>
        isFree([saved.id, ...saved.addresses, ...annotations.map(({ id }) => id)]),
      );
      const planned = await this.plan(apart);
      const articleIds = new Set<string>();
      const now = planned.filter(
        ({ merge: { articleId } }) => !articleIds.has(articleId) && articleIds.add(articleId),
      );
      await this.write(now);
      const done = new Set(now.map(({ bundle }) => bundle));
      left = left.filter((bundle) => !done.has(bundle));
    }
  }

  private async plan(bundles: ArticleBundle[]): Promise<Planned[]> {
    const { store, db } = this;
    const { present, marks } = await storedOf(store, db, bundles);
    const merges = bundles.map((bundle, i) =>
      mergeBundle(this.revive ? { ...present[i]!, deleted: new Map() } : present[i]!, bundle),
    );
    const ids = merges.flatMap(({ kind, articleId }) => (kind === 'left' ? [] : [articleId]));
    const [articles, isNew] = await Promise.all([
      rowsAt(db.articles, ids),
      areNew(db, bundles, merges, marks),
    ]);
    for (const raw of articles.values()) requireWritable(raw);
    const before = { article: articles, annotation: marks };
    return merges.map((merge, i) => ({ bundle: bundles[i]!, merge, before, isNew: isNew[i]! }));
  }

  private async write(planned: Planned[]): Promise<void> {
    const { db, now } = this;
    const seq = this.last.counter + this.changed;
    const articles: Row<'article'>[] = [];
    const annotations: Row<'annotation'>[] = [];
    const captured: Row<'text'>[] = [];
    const undos: ImportUndo[] = [];
    const listed: ListRow[] = [];
    const refreshed: string[] = [];
    for (const { bundle, merge, before, isNew } of planned) {
      const { articleId } = merge;
      if (merge.kind === 'left') continue;
      const added: NonNullable<ImportUndo['added']> = [];
      const texts = merge.texts.map(({ sha256 }) => sha256);
      const undo: ImportUndo = { articleId, rows: [], added, texts };
      const rowOf = <K extends 'article' | 'annotation'>(
        kind: K,
        { row, stamped }: Merge<Row<K>>,
      ): Row<K>[] => {
        if (!row) return [];
        const written = stamped
          ? row
          : { ...row, modified: now, revision: this.revision, schema: presentVersion(kind) };
        const { id, modified, revision } = written;
        this.highest = Math.max(this.highest, revision.counter);
        const replaced = before[kind].get(id);
        if (replaced) undo.rows.push({ kind, id, before: replaced, after: { modified, revision } });
        else added.push([kind, id, modified, revision.counter, revision.device]);
        this.refer(kind, id, articleId);
        return [written];
      };
      const article = rowOf('article', merge.article);
      const marks = merge.annotations.flatMap((mark) => rowOf('annotation', mark));
      articles.push(...article);
      annotations.push(...marks);
      for (const text of merge.texts) {
        this.highest = Math.max(this.highest, text.revision.counter);
        this.refer('text', textId(articleId, text.sha256), articleId);
        captured.push(text);
      }
      if (isNew) {
        const text = bundle.texts.find(({ sha256 }) => sha256 === bundle.saved.sha256)?.text ?? '';
        listed.push(listRowOf(bundle.saved, marks, text, merge.texts.length));
      } else refreshed.push(articleId);
      undos.push(undo);
      this.changed++;
    }
    if (undos.length === 0) return;
    for (const row of listed) this.counts.count(row);
    const isNew = refreshed.length === 0;
    // `bulkAdd` refuses an id that exists, so that nothing unknown is ever overwritten.
    const writing = Promise.all([
      isNew ? db.articles.bulkAdd(articles) : db.articles.bulkPut(articles),
      isNew ? db.annotations.bulkAdd(annotations) : db.annotations.bulkPut(annotations),
      db.texts.bulkPut(captured),
      db.applied.put({
        id: undoId(this.importId, seq),
        at: now,
        outcome: outcomeOf(true),
        undos,
        seq,
      }),
    ]);
    await Promise.all([writing, addToList(db, listed)]);
    if (isNew) return;
    // Waits until the articles are written. List rows of articles that existed before are made from the stored rows.
    await this.addCounts();
    await refreshList(this.store, db, refreshed);
  }

  /** Adds to the counters once for all articles so far, because the database answers each look-up slowly. */
  private async addCounts(): Promise<void> {
    const { counts } = this;
    this.counts = new Counts();
    if (counts.collection.articles > 0) await addToCounters(this.db, counts);
  }

  private refer(kind: 'article' | 'text' | 'annotation', id: string, articleId: string): void {
    this.refs.set(`${kind}:${id}`, { kind, id, articleId, gone: false });
  }

  /** Stores the revision, so that later changes get a higher one. Returns it; null where nothing was changed. */
  async end(): Promise<Revision | null> {
    if (this.changed === 0) return null;
    await this.addCounts();
    const counter = Math.max(this.last.counter + this.changed, this.highest);
    const revision = { counter, device: this.last.device };
    await putRevision(this.db, revision);
    return revision;
  }
}

/** Throws where the stored article cannot be read, or where a newer version of the extension wrote it. */
function requireWritable(raw: RawRow): void {
  const reading = readRow('article', raw);
  if (!reading.ok) throw new StoreError('unreadable', reading.message);
  if (reading.newer) throw new StoreError('newer', `article ${raw.id} is of a newer version.`);
}

/**
 * The most articles that are written in one transaction. Each transaction waits until all of it is on the disk, so few
 * large ones are faster. But other views wait for the database until a transaction has ended: here for about half a
 * second.
 */
const IN_ONE_TRANSACTION = 250;

/**
 * Begins or continues an import. Returns the function that writes the next articles: all of them or none. That function
 * returns how many were new or changed, and rejects with a `StoreError`. The rows must have been checked. All that is
 * imported under one id can be undone as one step. `absentAt`: the state of the collection at the preview; null where
 * there was none. `revive`: whether to import even marks that have been deleted from the collection.
 */
export function importInto(
  store: Store,
  importId: string,
  absentAt: string | null = null,
  { revive = false } = {},
): ImportWriter {
  // The state in which this import has left the collection. While the stored state equals it, nobody else has changed
  // the collection since the preview.
  let state = absentAt;
  const addresses = new Set<number>();
  return async (first, more = () => null) => {
    let next: string | null = null;
    const changed = await transact(store, async (db, refs) => {
      // Reads at the same time, because each wait for the database takes long.
      const [now, isWhole, last] = await Promise.all([
        stateOf(db),
        isEmpty(db.quarantine),
        lastRevisionOf(db),
      ]);
      const isSame = isWhole && state === now;
      const batch = new ImportBatch(store, db, importId, last, refs, revive);
      let taken = 0;
      let adding = Dexie.Promise.resolve();
      for (let part: ImportPart | null = first; part; part = taken < IN_ONE_TRANSACTION ? more() : null) {
        const { bundles, isAbsent = [] } = part;
        taken += bundles.length;
        // Does not look up what the preview has found absent, because look-ups take more time than the writing.
        const absent = isSame
          ? bundles.filter(({ saved }, i) => isUnknown(saved.addresses, addresses) && isAbsent[i])
          : [];
        if (absent.length > 0) {
          const before = adding;
          // Keeps Dexie's own promise, because waiting for a native one can leave the transaction.
          adding = Dexie.Promise.resolve(batch.add(absent));
          // Keeps a failure, which is thrown at its `await`, from counting as unhandled.
          adding.catch(() => {});
          // Waits for the part before this one only, so that the database always has something to write.
          await before;
        }
        const added = new Set(absent);
        const others = bundles.filter((bundle) => !added.has(bundle));
        if (others.length === 0) continue;
        await adding;
        await batch.merge(others);
      }
      await adding;
      const end = await batch.end();
      if (isSame) next = end ? stateAfter(end) : now;
      return batch.changed;
    });
    state = next;
    return changed;
  };
}

/**
 * Returns a number for an address, because numbers take a fifth of the memory. Two addresses seldom have the same
 * number. If they do, the second article is looked up in the database although it is new, which only takes time.
 */
function numberOf(address: string): number {
  let number = 0;
  for (let i = 0; i < address.length; i++) number = Math.imul(number ^ address.charCodeAt(i), 0x01000193);
  // Keeps 31 bits. The browser stores larger numbers as objects of their own.
  return number >> 1;
}

/** Adds addresses to those of the articles imported before. Returns whether all of them were unknown. */
function isUnknown(addresses: string[], known: Set<number>): boolean {
  const numbers = addresses.map(numberOf);
  const isAny = numbers.some((one) => known.has(one));
  for (const one of numbers) known.add(one);
  return !isAny;
}
