// Runs in a worker of the benchmark's page. Its database is a file in the origin private file system, in SQLite's
// fastest way of using one ("opfs-sahpool").
/** The address at which search.mjs serves SQLite. */
const SQLITE = '/sqlite/index.mjs';
const loading = import(SQLITE).then(({ default: start }) => start());
let pool = null;
let db = null;

async function open() {
  if (db) return db;
  pool = await (await loading).installOpfsSAHPoolVfs({});
  db = new pool.OpfsSAHPoolDb('/articles.db');
  // Keeps more pages in memory than the 2 MB of SQLite's default, so that SQLite is measured at its fastest.
  db.exec('PRAGMA cache_size = -65536; PRAGMA synchronous = OFF');
  return db;
}

const FUNCTIONS = {
  async load() {
    await loading;
  },

  async add(rows) {
    await open();
    db.exec(`CREATE TABLE IF NOT EXISTS articles (number INTEGER PRIMARY KEY, id TEXT);
      CREATE VIRTUAL TABLE IF NOT EXISTS texts USING fts5 (text, tokenize = 'trigram')`);
    db.transaction(() => {
      for (const { id, text } of rows) {
        db.exec({ sql: 'INSERT INTO articles (id) VALUES (?)', bind: [id] });
        db.exec({ sql: 'INSERT INTO texts (rowid, text) VALUES (last_insert_rowid(), ?)', bind: [text] });
      }
    });
  },

  async optimize() {
    db.exec("INSERT INTO texts (texts) VALUES ('optimize')");
  },

  /** Reads the content for words of one or two characters, because the index has only groups of three. */
  async query(words) {
    await open();
    const short = words.length < 3;
    return db.selectValues(
      `SELECT id FROM texts JOIN articles ON number = texts.rowid WHERE text ${short ? 'LIKE' : 'MATCH'} ?`,
      [short ? `%${words}%` : `"${words}"`],
    );
  },

  async close() {
    db?.close();
    pool?.pauseVfs();
  },
};

self.onmessage = async ({ data: { name, args }, ports: [port] }) => {
  try {
    port.postMessage({ value: await FUNCTIONS[name](...args) });
  } catch (error) {
    port.postMessage({ error: String(error) });
  }
};
