import { Dexie, type Table } from 'dexie';
import type { Outcome } from '../record/change.ts';
import type { CollectionCounts, TagCount } from '../record/counts.ts';
import type { HistoryEntry } from '../record/history.ts';
import type { ListRow } from '../record/listRow.ts';
import type { ImportUndo } from '../record/merge.ts';
import type { QuarantineRow } from '../record/quarantine.ts';
import type { RawRow } from '../record/rowForm.ts';
import type { SnapshotTotal } from '../record/snapshot.ts';
import type { TagInfo } from '../record/tagInfo.ts';
import type { Tombstone, TrashRow } from '../record/trash.ts';
import { DATABASE_VERSION } from './version.ts';

/** The upgrades of rows. Only a database of an earlier version needs their code. */
type Upgrades = typeof import('./upgrade.ts');

/** The indexes of list rows in versions 3 to 9 of the database. Version 7 adds some. */
const LIST = 'id, [capturedAt+id], [publishedAt+id], [modified+id], *tags, *dues';
/** The indexes of marks in versions 7 to 9. */
const MARKS = 'id, articleId, [created+id], [color+created+id]';

/** The number of the last change of the database (`counter`), and the id of the database (`device`). */
export type Meta = { id: 'revision'; counter: number; device: string };
/**
 * A finished change. This record keeps a repeated request from making the change twice. For an import, the record has
 * the data to undo the import.
 */
export type Applied = {
  id: string;
  at: string;
  outcome: Outcome;
  /** The data that undoes the import of several articles. Each article occurs once. */
  undos?: ImportUndo[];
  /** The revision counter before these articles were imported. The later of two imports has the higher one. */
  seq?: number;
  /** The data that undoes the import of one article. Written by versions that recorded each article separately. */
  undo?: ImportUndo;
  /** The descriptions of tags, and the records of deletions, that an import has added. */
  extras?: { tags: TagInfo[]; stones: Tombstone[] };
};

/** The stored totals: those of the articles and marks, and those of the files of snapshots. */
type CountsRow = (CollectionCounts & { id: 'collection' }) | (SnapshotTotal & { id: 'snapshots' });

/**
 * The saved articles and all that belongs to them, in IndexedDB. Rows of articles, texts and annotations may be of any
 * version, so only read.ts reads them.
 */
export class Database extends Dexie {
  /** Whether rows are being upgraded, which takes long in a large collection. */
  isUpgrading = false;

  /**
   * With `asFound`, opens the database with the tables that it has, whatever its version. Such a database is only read,
   * because a newer version of the extension may have written it.
   * Without `upgrades`, the database must have its present version.
   */
  constructor(
    name: string,
    { asFound = false, upgrades = null }: { asFound?: boolean; upgrades?: Upgrades | null },
  ) {
    // `strict`: a write is confirmed only when it is on the disk. By default, Chromium confirms it earlier.
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
      .upgrade((tx) => this.upgrading(() => upgrades!.upgradeTo3(tx)));
    // Version 4 adds an index for `alsoAt`. Old rows need no upgrade, because none of them has this field.
    this.version(4).stores({ articles: 'id, *addresses, *alsoAt, sha256' });
    this.version(5).stores({ history: 'id, seq, articleId' });
    this.version(6).stores({ unindexed: 'id' });
    this.version(7)
      .stores({
        tags: 'id, fold',
        tagInfo: 'id',
        list: `${LIST}, source, issuer, region`,
        annotations: MARKS,
      })
      .upgrade((tx) => this.upgrading(() => upgrades!.upgradeTo7(tx)));
    this.version(8).stores({ snapshots: 'id, articleId', snapshotFiles: 'id' });
    // Version 9 adds an index that finds the next step to undo or redo without reading the others.
    this.version(9).stores({ history: 'id, seq, articleId, [undone+seq]' });
    // Version 10 has fewer and shorter indexes, because writing them takes most of the time of an import. The texts of
    // an article are found by their key, and an index sorts equal values by the row's id anyway.
    this.version(10)
      .stores({
        texts: '[articleId+sha256]',
        annotations: 'id, articleId, created, [color+created]',
        list: 'id, [capturedAt+id], [publishedAt+id], [modified+id], *tags, source, issuer, region',
      })
      // The browser needs seconds for the indexes of many marks. Changes no rows.
      .upgrade(() => this.upgrading(() => Promise.resolve()));
    // Version 11 has an index of the days on which tasks are due, for the list of deadlines. Changes no rows.
    this.version(11)
      .stores({
        list: 'id, [capturedAt+id], [publishedAt+id], [modified+id], *tags, *dues, source, issuer, region',
      })
      .upgrade(() => this.upgrading(() => Promise.resolve()));
    // Version 12 has one index of marks less, because most rows of an import are marks. The marks of all colours are read
    // from the index of colours.
    this.version(12)
      .stores({ annotations: 'id, articleId, [color+created]' })
      .upgrade(() => this.upgrading(() => Promise.resolve()));
    // Version 13 changes no table. Its list rows say which articles were saved with several texts.
    this.version(DATABASE_VERSION)
      .stores({})
      .upgrade((tx) => this.upgrading(() => upgrades!.upgradeTo13(tx)));
  }

  private upgrading(upgrade: () => PromiseLike<unknown>): PromiseLike<unknown> {
    this.isUpgrading = true;
    return upgrade();
  }

  /** Whether this database has a table. A database that was opened with `asFound` may lack it. */
  has(table: string): boolean {
    return this.tables.some(({ name }) => name === table);
  }

  // Each getter looks its table up, because a database opened with `asFound` declares no tables.
  get articles(): Table<RawRow, string> {
    return this.table('articles');
  }
  get texts(): Table<RawRow, [string, string]> {
    return this.table('texts');
  }
  get annotations(): Table<RawRow, string> {
    return this.table('annotations');
  }
  /** Describes the snapshots of pages. Their files are in another table, so that a list of them reads no file. */
  get snapshots(): Table<RawRow, string> {
    return this.table('snapshots');
  }
  /** The files of snapshots, by the snapshot's id. Those of deleted snapshots stay until these are erased for good. */
  get snapshotFiles(): Table<{ id: string; file: Blob; size: number }, string> {
    return this.table('snapshotFiles');
  }
  /** One small row for each article, from which lists are shown; see `ListRow`. */
  get list(): Table<ListRow, string> {
    return this.table('list');
  }
  get tags(): Table<TagCount & { fold: string }, string> {
    return this.table('tags');
  }
  /** The colour and description of tags. A tag without either has no row here. */
  get tagInfo(): Table<TagInfo, string> {
    return this.table('tagInfo');
  }
  get counts(): Table<CountsRow, string> {
    return this.table('counts');
  }
  get tombstones(): Table<Tombstone, string> {
    return this.table('tombstones');
  }
  /**
   * The deleted content itself. The record of its deletion (the tombstone) is in another table, so that a list of
   * deletions loads little.
   */
  get trash(): Table<TrashRow, string> {
    return this.table('trash');
  }
  get quarantine(): Table<QuarantineRow, string> {
    return this.table('quarantine');
  }
  /** The changes that can be undone or redone: at most a few hundred entries. */
  get history(): Table<HistoryEntry, string> {
    return this.table('history');
  }
  get applied(): Table<Applied, string> {
    return this.table('applied');
  }
  /** Articles whose latest change is not yet in the search index; see searchIndex.ts. */
  get unindexed(): Table<{ id: string; token: string }, string> {
    return this.table('unindexed');
  }
  get meta(): Table<Meta, string> {
    return this.table('meta');
  }
}
