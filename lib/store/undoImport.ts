import { isRecorded } from './imports.ts';
import type { Store } from './store.ts';
import { write } from './write.ts';

/**
 * Undoes an import, but keeps what the person has edited since. True where anything was changed. Undoes some articles
 * in each transaction, the last first, so that neither time nor memory grows faster than the import. If the undo is
 * interrupted, a repeated call undoes the rest.
 */
export async function undoImport(store: Store, importId: string): Promise<boolean> {
  let changed = false;
  do {
    const outcome = await write(store, { id: crypto.randomUUID(), type: 'undoImport', importId });
    changed ||= outcome.changed;
  } while (await isRecorded(store, importId));
  return changed;
}
