import { Dexie } from 'dexie';
import type { QuarantineReason } from '../record/quarantine.ts';
import { broadcast, ChangeFeed, type Transport } from './changes.ts';
import { Database } from './database.ts';
import { StoreError } from './errors.ts';
import { requireRoom } from './room.ts';
import { DATABASE_NAME, DATABASE_VERSION } from './version.ts';

/** A row that could not be read, with its table and key. */
export type BadRow = { table: string; key: unknown; reason: QuarantineReason; message: string };

export type StoreOptions = {
  /** The name of the database; tests use one of their own. */
  name?: string;
  transport?: Transport;
  /** The clock, which tests replace. */
  now?: () => Date;
};

/**
 * The version of the database's tables as it is stored now. 0 where there is no database, or where the browser does not
 * report it. Firefox lists no databases if one of them is damaged; opening the damaged database replaces it.
 */
async function versionThere(name: string): Promise<number> {
  const all = (await indexedDB.databases?.().catch(() => [])) ?? [];
  // Dexie stores its version times ten, and adds to that when it repairs the tables.
  return Math.floor((all.find((one) => one.name === name)?.version ?? 0) / 10);
}

/** How long (ms) to wait for another context that still has the old database open, before an upgrade fails. */
const BLOCKED_FOR = 5000;
/**
 * How long (ms) to wait for the browser to open the database. If several contexts wait, the browser tells only the
 * first that another context blocks it, and never answers the others.
 */
const UNANSWERED_FOR = 10_000;

/**
 * Waits for the browser to answer, with a limit: Firefox does not even list its databases while another context's upgrade
 * is blocked.
 */
async function answered<T>(question: Promise<T>): Promise<T> {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    waiting = setTimeout(() => reject(new StoreError('blocked')), UNANSWERED_FOR);
  });
  return Promise.race([question, late]).finally(() => clearTimeout(waiting));
}

/**
 * The collection, as one page of the extension, or the background, uses it. The other functions of this folder read
 * and change it.
 */
export class Store {
  readonly name: string;
  readonly now: () => Date;
  readonly feed: ChangeFeed;
  private opening: Promise<{ db: Database; newer: boolean }> | undefined;
  private readonly bad = new Map<string, BadRow>();
  private settling: Promise<unknown> = Promise.resolve();

  constructor(
    { name = DATABASE_NAME, transport = broadcast(`${name}-changes`), now = () => new Date() }: StoreOptions,
    private readonly setAside: (store: Store, rows: BadRow[]) => Promise<void>,
  ) {
    this.name = name;
    this.now = now;
    this.feed = new ChangeFeed(transport);
  }

  private opened() {
    this.opening ??= this.open().catch((error) => {
      // Forgets a failed opening, so that the next use tries again.
      this.opening = undefined;
      throw error instanceof StoreError
        ? error
        : new StoreError('unopened', String((error as Error)?.message ?? error), { cause: error });
    });
    // Returns Dexie's own promise, because a native one would lose the live query that is being tracked.
    return Dexie.Promise.resolve(this.opening);
  }

  private async open() {
    const there = await answered(versionThere(this.name));
    const newer = there > DATABASE_VERSION;
    // Creating or upgrading a database also writes, so the disk must have room.
    if (there < DATABASE_VERSION) await requireRoom();
    const upgrades = there < DATABASE_VERSION ? await import('./upgrade.ts') : null;
    const db = new Database(this.name, { asFound: newer, upgrades });
    // Contexts with an earlier version close the database when asked to. A frozen context does not, so the wait has
    // a limit.
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const blocked = new Promise<never>((_, reject) => {
      const wait = (patience: number) => {
        clearTimeout(waiting);
        // Does not give up while the database is being upgraded, however long this takes.
        waiting = setTimeout(() => db.isUpgrading || reject(new StoreError('blocked')), patience);
      };
      db.on('blocked', () => wait(BLOCKED_FOR));
      wait(UNANSWERED_FOR);
    });
    const opening = db.open();
    await Promise.race([opening, blocked])
      .catch((error) => {
        // Closes a connection that opens too late, because it would block other contexts.
        opening.then(
          () => db.close(),
          () => {},
        );
        throw error;
      })
      .finally(() => clearTimeout(waiting));
    return { db, newer: newer || Math.floor(db.backendDB().version / 10) > DATABASE_VERSION };
  }

  /** The open database, for reading. Rejects with a `StoreError` (`unopened`, `blocked`) where it cannot be opened. */
  async reading(): Promise<Database> {
    return (await this.opened()).db;
  }

  /**
   * The open database, for writing. Rejects with a `StoreError`: `newer` where a newer version of the extension has
   * written it, `storage` where the disk is almost full.
   */
  async writing(): Promise<Database> {
    const { db, newer } = await this.opened();
    if (newer) throw new StoreError('newer', 'A newer version of Pizhu wrote this database.');
    await requireRoom();
    return db;
  }

  /** Whether this version may only read the database, because a newer version of the extension has written it. */
  async readOnly(): Promise<boolean> {
    return (await this.opened()).newer;
  }

  /** Schedules that a row which cannot be read is moved to the quarantine, after the work in progress. */
  report(row: BadRow): void {
    const scheduled = this.bad.size > 0;
    this.bad.set(`${row.table}:${JSON.stringify(row.key)}`, row);
    if (scheduled) return;
    // Runs as a separate task, because a live query or a read-only transaction may be in progress, and these must
    // not write.
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

  /** Resolves when all rows reported so far are in the quarantine. */
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
