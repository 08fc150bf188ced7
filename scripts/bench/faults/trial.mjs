// Causes a fault at a random moment of an operation, and checks that the collection is intact.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { halvesIn, readTables } from './collection.mjs';
import { Session } from './session.mjs';

const later = (ms) => new Promise((done) => setTimeout(done, ms));

/** The faults, in turn: kill the browser, stop the background worker, close the tab. */
const FAULTS = ['kill', 'worker', 'tab'];
/** The longest time in milliseconds until the fault occurs. It is enough for a few operations. */
const SPAN = 1500;
/** The longest wait in milliseconds for the current operation to end after a fault. */
const PATIENCE = 20_000;
/** The longest wait in milliseconds for calls to a killed browser to fail, because a few of them never do. */
const LAST_WORDS = 1000;

/** A copy of a profile in a temporary folder, with a function that removes it. */
export function profileFrom(template) {
  const folder = mkdtempSync(join(tmpdir(), 'pizhu-faults-'));
  if (template) cpSync(template, folder, { recursive: true, filter: (path) => !/Singleton/.test(path) });
  return {
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}

/** One kind of operation, its session, and its results over all faults. */
export class Run {
  constructor({ operation, template, random, pages, origin, numbers }) {
    Object.assign(this, { operation, random, pages, origin });
    this.profile = profileFrom(template);
    this.next = () => ++numbers.last;
    /** Claims by key: how the tables must look after an operation, and whether the interface has reported success. */
    this.claims = new Map();
    this.saved = [];
    this.versions = new Map();
    this.figures = { faults: 0, done: 0, acknowledged: 0, lost: 0, half: 0 };
    this.reports = [];
  }

  tables() {
    return readTables(this.session.raw);
  }

  async start() {
    this.session = await Session.start(this.profile.folder);
    await this.operation.setUp(this);
  }

  claim(key, holds) {
    const earlier = this.claims.get(key);
    const claimed = { holds, acknowledged: false, earlier, acknowledge: () => {} };
    claimed.acknowledge = () => {
      if (claimed.acknowledged) return;
      claimed.acknowledged = true;
      this.figures.acknowledged++;
      claimed.earlier = undefined;
    };
    this.figures.done++;
    this.claims.set(key, claimed);
    return claimed;
  }

  /** Compares the stored tables with the claims about how each operation should have changed them. */
  async check(when) {
    const tables = { ...(await this.tables()), ...(await this.operation.more?.(this)) };
    const halves = halvesIn(tables);
    const lost = [];
    for (const [key, claimed] of this.claims) {
      const now = claimed.holds(tables);
      const before = claimed.earlier?.holds(tables);
      if (now === 'half' && before !== 'yes') halves.push(`${key} by halves`);
      else if (claimed.acknowledged && now !== 'yes') lost.push(key);
      // The operation was not carried out, and the acknowledged state before it is gone, too. So data was lost.
      else if (now === 'no' && claimed.earlier?.acknowledged && before !== 'yes') lost.push(key);
      if (now === 'yes' && !claimed.acknowledged) claimed.earlier = undefined;
      if (lost.includes(key) || now === 'half') this.claims.delete(key);
      else if (now === 'no' && claimed.earlier) this.claims.set(key, claimed.earlier);
      else if (now === 'no') this.claims.delete(key);
    }
    this.figures.lost += lost.length;
    this.figures.half += halves.length;
    for (const words of [...lost.map((key) => `lost: ${key}`), ...halves])
      this.reports.push(`${when}: ${words}`);
  }

  /** Repeats the operation until a random moment, causes a fault, and checks what was kept. */
  async trial(n) {
    const kind = FAULTS[n % FAULTS.length];
    this.kind = kind;
    let over = false;
    let killed = false;
    let failure = null;
    const claim = (key, holds) => {
      // Keeps an operation that began in a killed browser from going on in the next browser.
      if (killed) throw new Error('The browser was killed.');
      return this.claim(key, holds);
    };
    const working = (async () => {
      while (!over) await this.operation.once(this, claim);
    })().catch((error) => {
      failure = error;
    });
    await Promise.race([later(this.random() * (this.operation.span ?? SPAN)), working]);
    if (failure) throw failure;
    over = true;
    if (kind === 'kill') {
      await this.session.kill();
      await Promise.race([working, later(LAST_WORDS)]);
      killed = true;
      this.panel = this.page = undefined;
      await this.start();
    } else if (kind === 'tab') {
      await (this.panel ?? this.page)?.close().catch(() => {});
      await Promise.race([working, later(PATIENCE)]);
      // Waits for the background to save what the closing view has handed over.
      await later(500);
      this.panel = this.page = undefined;
      await this.operation.setUp(this);
    } else {
      await this.session.stopWorker();
      await Promise.race([working, later(PATIENCE)]);
    }
    this.figures.faults++;
    await this.check(`${kind} ${n}`);
  }

  async end() {
    await this.session?.close().catch(() => this.session.kill().catch(() => {}));
    this.profile.remove();
  }
}
