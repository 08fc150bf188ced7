import { Dexie } from 'dexie';
import type { QuarantineReason } from '../record/quarantine.ts';
import { broadcast, ChangeFeed, type Transport } from './changes.ts';
import { DATABASE_VERSION, Database } from './database.ts';
import { StoreError } from './errors.ts';
import { requireRoom } from './room.ts';

/** A row that could not be read, with its table and key. */
export type BadRow = { table: string; key: unknown; reason: QuarantineReason; message: string };

export type StoreOptions = {
  /** The name of the database. */
  name?: string;
  transport?: Transport;
  /** The clock. */
  now?: () => Date;
};

/**
 * The version of the tables of the stored database; 0 where there is no database, or where the browser does not report
 * it. Firefox refuses to list databases where one of them is damaged, and replaces a damaged one when it is opened.
 */
async function versionThere(name: string): Promise<number> {
  const all = (await indexedDB.databases?.().catch(() => [])) ?? [];
  // Dexie stores ten times its version, and adds to that when it repairs a schema.
  return Math.floor((all.find((one) => one.name === name)?.version ?? 0) / 10);
}

/** Milliseconds for which another context may hold up an upgrade. */
const BLOCKED_FOR = 5000;
/**
 * Milliseconds for which an opening may go unanswered: the browser tells only the first of several contexts that it is
 * held up, and the others nothing.
 */
const UNANSWERED_FOR = 10_000;

/** The collection as one context uses it. The functions of this folder read and change it. */
export class Store {
  readonly name: string;
  readonly now: () => Date;
  readonly feed: ChangeFeed;
  private opening: Promise<{ db: Database; newer: boolean }> | undefined;
  private readonly bad = new Map<string, BadRow>();
  private settling: Promise<unknown> = Promise.resolve();

  constructor(
    { name = 'pizhu', transport = broadcast(`${name}-changes`), now = () => new Date() }: StoreOptions,
    private readonly setAside: (store: Store, rows: BadRow[]) => Promise<void>,
  ) {
    this.name = name;
    this.now = now;
    this.feed = new ChangeFeed(transport);
  }

  private opened() {
    this.opening ??= this.open().catch((error) => {
      // A failed opening is forgotten, so that the next use tries again.
      this.opening = undefined;
      throw error instanceof StoreError
        ? error
        : new StoreError('unopened', String((error as Error)?.message ?? error), { cause: error });
    });
    // Returns Dexie's own promise, because a native one would lose the live query that is being tracked.
    return Dexie.Promise.resolve(this.opening);
  }

  private async open() {
    const there = await versionThere(this.name);
    const newer = there > DATABASE_VERSION;
    // Creating and upgrading a database are writes too.
    if (there < DATABASE_VERSION) await requireRoom();
    const db = new Database(this.name, newer);
    // Contexts with an earlier version should close the database when asked to, but a frozen one does not.
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const blocked = new Promise<never>((_, reject) => {
      const wait = (patience: number) => {
        clearTimeout(waiting);
        // An upgrade of our own takes the time that it needs.
        waiting = setTimeout(() => db.isUpgrading || reject(new StoreError('blocked')), patience);
      };
      db.on('blocked', () => wait(BLOCKED_FOR));
      wait(UNANSWERED_FOR);
    });
    const opening = db.open();
    await Promise.race([opening, blocked])
      .catch((error) => {
        // A connection that comes late would hold up others.
        opening.then(
          () => db.close(),
          () => {},
        );
        throw error;
      })
      .finally(() => clearTimeout(waiting));
    return { db, newer: newer || Math.floor(db.backendDB().version / 10) > DATABASE_VERSION };
  }

  /** The database for reading. Rejects with a `StoreError` (`unopened`, `blocked`) where it cannot be opened. */
  async reading(): Promise<Database> {
    return (await this.opened()).db;
  }

  /**
   * The database for writing. Rejects with a `StoreError`: `newer` where a newer version of the extension has written
   * it, `storage` where the disk is all but full.
   */
  async writing(): Promise<Database> {
    const { db, newer } = await this.opened();
    if (newer) throw new StoreError('newer', 'A newer version of Pizhu wrote this database.');
    await requireRoom();
    return db;
  }

  /** Whether this version may only read. */
  async readOnly(): Promise<boolean> {
    return (await this.opened()).newer;
  }

  /** Schedules a row to be set aside, after the present work. */
  report(row: BadRow): void {
    const scheduled = this.bad.size > 0;
    this.bad.set(`${row.table}:${JSON.stringify(row.key)}`, row);
    if (scheduled) return;
    // Runs in a separate task: a watched query and a read-only transaction must not write.
    this.settling = new Promise((resolve) => {
      setTimeout(() => {
        const rows = [...this.bad.values()];
        this.bad.clear();
        this.setAside(this, rows)
          .catch((error) => console.warn('Pizhu: rows could not be set aside', error))
          .then(resolve);
      });
    });
  }

  /** Resolves when all reported rows are set aside. */
  async settled(): Promise<void> {
    let seen: Promise<unknown> | undefined;
    while (seen !== this.settling) {
      seen = this.settling;
      await Dexie.Promise.resolve(seen);
    }
  }

  /** Closes the database; the next use opens it again. */
  async close(): Promise<void> {
    await this.settled();
    const opening = this.opening;
    this.opening = undefined;
    (await opening?.catch(() => undefined))?.db.close();
  }
}
