import { readFileSync } from 'node:fs';

type Index = { name: string; keyPath: string | string[]; multiEntry: boolean };
type Dump = {
  /** The version number in IndexedDB, which is ten times the number in Dexie. */
  version: number;
  stores: { name: string; keyPath: string | string[]; indexes: Index[]; rows: Record<string, unknown>[] }[];
};

/** Reads the stored database of an earlier version of the extension; see test/dumps/README.md. */
export const readDump = (file: string): Dump => JSON.parse(readFileSync(`test/dumps/${file}`, 'utf8'));

/** Creates a database with this name from a dump. */
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
