import type { ImportTarget } from '../../exchange/import.ts';
import { importInto, previewImports, type Store, undoImport } from '../../store/index.ts';
import { addExtras, newExtras, removeExtras } from '../extras.ts';

/** Lets an import write into the database, and into the searches and settings of `local`. */
export const importTarget = (store: Store, local: Parameters<typeof removeExtras>[0]): ImportTarget => ({
  // Writes at least 50 rows together. Dexie then does not record each written key for live queries, which takes time.
  atOnce: 50,
  preview: (bundles) => previewImports(store, bundles),
  begin: (importId, absentAt) => importInto(store, importId, absentAt),
  undo: async (importId) => {
    await undoImport(store, importId);
  },
  newExtras: (extras) => newExtras(store, local, extras),
  addExtras: (importId, extras) => addExtras(store, local, importId, extras),
  removeExtras: (importId) => removeExtras(local, importId),
});
