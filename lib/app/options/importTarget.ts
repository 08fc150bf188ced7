import type { ImportTarget } from '../../exchange/import.ts';
import { previewImports, type Store, writeAll } from '../../store/index.ts';
import { addExtras, newExtras, removeExtras } from '../extras.ts';

/** Lets an import write into the database, and into the searches and settings of `local`. */
export const importTarget = (store: Store, local: Parameters<typeof removeExtras>[0]): ImportTarget => ({
  preview: (bundles) => previewImports(store, bundles),
  write: async (changes) => (await writeAll(store, changes)).filter(({ changed }) => changed).length,
  newExtras: (extras) => newExtras(store, local, extras),
  addExtras: (importId, extras) => addExtras(store, local, importId, extras),
  removeExtras: (importId) => removeExtras(local, importId),
});
