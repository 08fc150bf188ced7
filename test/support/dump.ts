import { readFileSync } from 'node:fs';

type Index = { name: string; keyPath: string | string[]; multiEntry: boolean };
type Dump = {
  /** IndexedDB's own version of the database: ten times Dexie's. */
  version: number;
  stores: { name: string; keyPath: string | string[]; indexes: Index[]; rows: Record<string, unknown>[] }[];
};

/** A database as an earlier version of the extension wrote it; see test/dumps/README.md. */
export const readDump = (file: string): Dump => JSON.parse(readFileSync(`test/dumps/${file}`, 'utf8'));

/** Makes a database of this name from a dump. */
export async function loadDump({ version, stores }: Dump, name: string): Promise<void> {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => {
    for (const { name, keyPath, indexes, rows } of stores) {
      const store = request.result.createObjectStore(name, { keyPath });
      for (const index of indexes)
        store.createIndex(index.name, index.keyPath, { multiEntry: index.multiEntry });
      for (const row of rows) store.put(row);
    }
  };
  await new Promise((resolve, reject) => {
    request.onsuccess = resolve;
    request.onerror = () => reject(request.error);
  });
  request.result.close();
}
