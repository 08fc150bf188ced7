import { liveQuery, type Observable } from 'dexie';
import type { ChangeNotice } from '../record/changeNotice.ts';
import { Store, type StoreOptions } from './store.ts';

/** Gives access to the collection. The database itself is opened, and upgraded if needed, at its first use. */
export const openStore = (options: StoreOptions = {}): Store =>
  new Store(options, async (store, rows) => (await import('./quarantine.ts')).setAside(store, rows));

/** Calls the listener for every change that is written, in any context. Returns a function that stops this. */
export const onChanged = (store: Store, listener: (notice: ChangeNotice) => void): (() => void) =>
  store.feed.listen(listener);

/** Runs a query now, and again whenever the data that it read changes, in this context or another. */
export const watch = <T>(query: () => Promise<T>): Observable<T> => liveQuery(query);
