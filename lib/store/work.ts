import type { Outcome } from '../record/change.ts';
import type { Ref } from '../record/changeNotice.ts';
import type { Step } from '../record/history.ts';
import { presentVersion, type Row, readRow } from '../record/migrate.ts';
import type { Revision } from '../record/row.ts';
import type { Database } from './database.ts';
import { StoreError } from './errors.ts';
import { keyOf, readAll, readOne, TABLES } from './read.ts';
import type { Store } from './store.ts';

/** The kinds of rows that a change can write. */
type Edited = 'article' | 'text' | 'annotation' | 'snapshot';

/** A row before `put` adds its times and its revision, which says which change wrote the row. */
type Unstamped<K extends Edited> = Omit<Row<K>, 'modified' | 'revision' | 'schema'>;

/** One change in progress within its transaction. Reads and writes rows, and records which were changed. */
export class Work {
  readonly touched = new Set<string>();
  /** The ids of those touched articles that this change has deleted. */
  readonly gone = new Set<string>();
  readonly refs = new Map<string, Ref>();
  /** The steps that undo and redo the change; null where it cannot be undone or changed nothing. */
  undoRedo: { undo: Step; redo: Step; label: string } | null = null;
  /** The highest revision counter of the imported rows that this change has written. */
  highest = 0;

  constructor(
    readonly store: Store,
    readonly db: Database,
    /** The time of the change: ISO 8601, UTC. */
    readonly now: string,
    readonly revision: Revision,
  ) {}

  /**
   * Reads a row that is to be changed; null where it does not exist. Throws a `StoreError` where it cannot be read, or
   * where a newer version of the extension has written it.
   */
  async get<K extends 'article' | 'annotation' | 'snapshot'>(kind: K, id: string): Promise<Row<K> | null> {
    const raw = await this.db.table(TABLES[kind]).get(id);
    if (raw === undefined) return null;
    const row = readOne(this.store, kind, raw);
    if (!row) throw new StoreError('unreadable', `${kind} ${id} cannot be read.`);
    const reading = readRow(kind, raw);
    if (reading.ok && reading.newer) throw new StoreError('newer', `${kind} ${id} is of a newer version.`);
    return row;
  }

  /** Reads the article that an item belongs to. Throws a `StoreError` (`notFound`) where it does not exist. */
  async articleOf(
    item: 'mark' | 'correction' | 'snapshot',
    articleId: string | null,
  ): Promise<Row<'article'>> {
    const saved = articleId && (await this.get('article', articleId));
    if (!saved) throw new StoreError('notFound', `The article of this ${item} is deleted.`);
    return saved;
  }

  /** The readable marks of an article. */
  async marksOf(articleId: string): Promise<Row<'annotation'>[]> {
    const rows = await this.db.annotations.where('articleId').equals(articleId).toArray();
    return readAll(this.store, 'annotation', rows);
  }

  /** Writes a row with the revision and the time of this change. */
  async put<K extends Edited>(kind: K, row: Unstamped<K>): Promise<void> {
    const stamps = { modified: this.now, revision: this.revision, schema: presentVersion(kind) };
    await this.db.table(TABLES[kind]).put({ ...row, ...stamps });
    this.recordRow(kind, row as Unstamped<Edited>, false);
  }

  /** Deletes a row from its table. */
  async remove<K extends Edited>(kind: K, row: Row<K>): Promise<void> {
    await this.db.table(TABLES[kind]).delete(keyOf(kind, row) as string);
    this.recordRow(kind, row, true);
  }

  /** Records how to undo and redo the change. `label`: the headline or words by which a person recognises it. */
  reversible(undo: Step, redo: Step, label = ''): void {
    this.undoRedo = { undo, redo, label };
  }

  /** Records that something was changed, so that the other pages of the extension are told. */
  recordRef(kind: Ref['kind'], id: string, articleId: string | null, gone: boolean): void {
    this.refs.set(`${kind}:${id}`, { kind, id, articleId, gone });
    if (kind === 'article') this.gone[gone ? 'add' : 'delete'](id);
    // Neither the list nor the search index has anything of a snapshot.
    if (articleId && kind !== 'snapshot') this.touched.add(articleId);
  }

  private recordRow(kind: Edited, row: { id: string; articleId?: unknown }, gone: boolean): void {
    this.recordRef(kind, row.id, kind === 'article' ? row.id : String(row.articleId), gone);
  }
}

/** Makes the outcome of a change to this article or mark. */
export const outcomeOf = (
  changed: boolean,
  about: { articleId?: string | null; annotationId?: string | null; created?: boolean } = {},
): Outcome => ({ changed, articleId: null, annotationId: null, created: false, ...about });
