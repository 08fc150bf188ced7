import { Dexie, type Table } from 'dexie';
import type { Outcome } from '../record/change.ts';
import type { CollectionCounts, TagCount } from '../record/counts.ts';
import type { HistoryEntry } from '../record/history.ts';
import type { ListRow } from '../record/listRow.ts';
import type { ImportUndo } from '../record/merge.ts';
import type { RawRow } from '../record/migrate.ts';
import type { QuarantineRow } from '../record/quarantine.ts';
import type { TagInfo } from '../record/tagInfo.ts';
import type { Tombstone, TrashRow } from '../record/trash.ts';
import { upgradeTo3, upgradeTo7 } from './upgrade.ts';

/** The version of the tables. It rises with every change of them; forms of rows have versions of their own. */
export const DATABASE_VERSION = 7;

/** The indexes of the lists of articles and of marks. */
const LIST = 'id, [capturedAt+id], [publishedAt+id], [modified+id], *tags, *dues';
const MARKS = 'id, articleId, [created+id], [color+created+id]';

/** What the database records about itself. */
export type Meta = { id: 'revision'; counter: number; device: string };
/** A finished change, so that it is not done twice, with the data for undoing where it is an import. */
export type Applied = {
  id: string;
  at: string;
  outcome: Outcome;
  undo?: ImportUndo;
  /** What an import has added beside articles: tags as they were written, and tombstones. */
  extras?: { tags: TagInfo[]; stones: Tombstone[] };
};

/**
 * The collection in IndexedDB. Rows of articles, texts and annotations may be of any version, so only read.ts reads
 * them.
 */
export class Database extends Dexie {
  /** Whether rows are being upgraded, which takes long in a large collection. */
  isUpgrading = false;

  /** `asFound` opens the database for reading with its present tables, whatever their version. */
  constructor(name: string, asFound = false) {
    // A write is acknowledged only when it is on the disk: Chromium's default is relaxed.
    super(name, { chromeTransactionDurability: 'strict' });
    if (asFound) return;
    this.version(1).stores({
      articles: 'id, *addresses, capturedAt, modified, *tags',
      texts: '[articleId+sha256], articleId',
      annotations: 'id, articleId, modified',
    });
    this.version(2).stores({ articles: 'id, *addresses, capturedAt, modified, *tags, sha256' });
    this.version(3)
      .stores({
        articles: 'id, *addresses, sha256',
        annotations: 'id, articleId',
        list: LIST,
        tags: 'id',
        counts: 'id',
        tombstones: 'id, articleId, expires',
        trash: 'id',
        quarantine: 'id, at',
        applied: 'id, at',
        meta: 'id',
      })
      .upgrade((tx) => this.upgrading(() => upgradeTo3(tx)));
    // Needs no upgrade of rows, because no row has the field before a person fills it.
    this.version(4).stores({ articles: 'id, *addresses, *alsoAt, sha256' });
    this.version(5).stores({ history: 'id, seq, articleId' });
    this.version(6).stores({ unindexed: 'id' });
    this.version(DATABASE_VERSION)
      .stores({
        tags: 'id, fold',
        tagInfo: 'id',
        list: `${LIST}, source, issuer, region`,
        annotations: MARKS,
      })
      .upgrade((tx) => this.upgrading(() => upgradeTo7(tx)));
  }

  private upgrading(upgrade: () => PromiseLike<unknown>): PromiseLike<unknown> {
    this.isUpgrading = true;
    return upgrade();
  }

  // The table is looked up at each use: a database opened as found declares none.
  get articles(): Table<RawRow, string> {
    return this.table('articles');
  }
  get texts(): Table<RawRow, [string, string]> {
    return this.table('texts');
  }
  get annotations(): Table<RawRow, string> {
    return this.table('annotations');
  }
  /** One small row for each article; see `ListRow`. */
  get list(): Table<ListRow, string> {
    return this.table('list');
  }
  get tags(): Table<TagCount & { fold: string }, string> {
    return this.table('tags');
  }
  /** The colour and description of tags. Tags without either have no row. */
  get tagInfo(): Table<TagInfo, string> {
    return this.table('tagInfo');
  }
  get counts(): Table<CollectionCounts & { id: 'collection' }, string> {
    return this.table('counts');
  }
  get tombstones(): Table<Tombstone, string> {
    return this.table('tombstones');
  }
  /** The contents of tombstones, in a separate table so that listing deletions loads little. */
  get trash(): Table<TrashRow, string> {
    return this.table('trash');
  }
  get quarantine(): Table<QuarantineRow, string> {
    return this.table('quarantine');
  }
  /** The steps that can be undone and redone: a few hundred entries at most. */
  get history(): Table<HistoryEntry, string> {
    return this.table('history');
  }
  get applied(): Table<Applied, string> {
    return this.table('applied');
  }
  /** Changed articles that the search index does not contain in their present state; see searchIndex.ts. */
  get unindexed(): Table<{ id: string; token: string }, string> {
    return this.table('unindexed');
  }
  get meta(): Table<Meta, string> {
    return this.table('meta');
  }
}
