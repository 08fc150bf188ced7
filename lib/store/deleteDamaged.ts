import { StoreError } from './errors.ts';
import type { Store } from './store.ts';

/**
 * Deletes a database that cannot be opened, so that a backup can be restored. Tries to open it first: if that succeeds,
 * deletes nothing and returns false. Rejects with a `StoreError` (`unopened`) where the browser refuses to delete it.
 */
export async function deleteDamaged(store: Store): Promise<boolean> {
  const opens = await store.reading().then(
    () => true,
    () => false,
  );
  if (opens) return false;
  await new Promise<void>((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase(store.name);
    deleting.onsuccess = () => resolve();
    deleting.onerror = () => reject(new StoreError('unopened', String(deleting.error)));
  });
  return true;
}
