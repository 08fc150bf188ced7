import type { Page } from 'puppeteer-core';

type Extension = {
  storage: { session: { clear(): Promise<void> }; local: { clear(): Promise<void> } };
  tabs: { query(by: object): Promise<{ id?: number; url?: string }[]> };
  scripting: { executeScript(what: object): Promise<{ result?: unknown }[]> };
};

/**
 * Empties the collection and its search index. Also removes everything stored outside them: settings, the state of the
 * list, the articles of tabs, backups. `own` is a page of the extension; no other page of the extension may be open.
 */
export const emptyCollection = (own: Page): Promise<void> =>
  own.evaluate(async () => {
    for (const name of ['pizhu', 'pizhu-search']) {
      const db = await new Promise<IDBDatabase | null>((resolve) => {
        const opening = indexedDB.open(name);
        // Aborts where the database does not exist, because opening it would create it.
        opening.onupgradeneeded = () => opening.transaction!.abort();
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => resolve(null);
      });
      // Keeps the table `meta`, because its device id and its revision number must never be reset.
      const stores = [...(db?.objectStoreNames ?? [])].filter((one) => one !== 'meta');
      if (db && stores.length)
        await new Promise<void>((resolve, reject) => {
          const emptying = db.transaction(stores, 'readwrite');
          for (const one of stores) emptying.objectStore(one).clear();
          emptying.oncomplete = () => resolve();
          emptying.onerror = () => reject(emptying.error);
        });
      db?.close();
    }
    // Removes backups, which the extension keeps in files. A file that is just being written stays.
    const files = await navigator.storage.getDirectory();
    const folders: string[] = [];
    for await (const name of (files as unknown as { keys(): AsyncIterable<string> }).keys())
      folders.push(name);
    for (const name of folders) await files.removeEntry(name, { recursive: true }).catch(() => {});
    const { session, local } = (globalThis as unknown as { chrome: Extension }).chrome.storage;
    await Promise.all([session.clear(), local.clear()]);
  });

/**
 * The states of the marks on a page, as the extension's script in the page reports them. `own` is a page of the
 * extension.
 */
export const markStates = (own: Page, address: string): Promise<string[]> =>
  own.evaluate(async (url) => {
    const { tabs, scripting } = (globalThis as unknown as { chrome: Extension }).chrome;
    const tab = (await tabs.query({})).find((one) => one.url === url);
    const [top] = await scripting.executeScript({
      target: { tabId: tab!.id },
      func: () =>
        (
          globalThis as unknown as { pizhuReader: { answer(raw: string): Promise<string> } }
        ).pizhuReader.answer('{"pizhu":"page.states","request":{}}'),
    });
    return Object.values(JSON.parse(top!.result as string).value.states as Record<string, string>);
  }, address);
