import type { Page } from 'puppeteer-core';

/**
 * Every row of a table of the collection. Empty where there is no such table. `own`: a page or the worker of the
 * extension.
 */
export const rowsOf = <Row = Record<string, never>>(
  own: Pick<Page, 'evaluate'>,
  table: string,
): Promise<Row[]> =>
  own.evaluate(async (name) => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await asked(indexedDB.open('pizhu'));
    try {
      return db.objectStoreNames.contains(name)
        ? await asked(db.transaction(name).objectStore(name).getAll())
        : [];
    } finally {
      db.close();
    }
  }, table);
