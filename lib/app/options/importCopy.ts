import { emptyFolder, type Folder, ownFolder } from '../ownFolder.ts';

/** Bytes of disk space that must stay free after a file was copied, for the articles that are imported from it. */
const SPARE = 64 * 2 ** 20;
/** How many times the size of its file an import may take up in the database, including the search index. */
const GROWTH = 4;

/**
 * Keeps a copy of the file that is being imported, because a page may not read a chosen file again after a restart. A
 * copy belongs to one import, and there is only one copy at a time.
 */
export type ImportCopy = {
  /** Copies a file. Returns the copy, or null where the browser has no place or too little room for it. */
  keep(importId: string, file: Blob): Promise<Blob | null>;
  /** The copy of an import; null where there is none. */
  find(importId: string): Promise<Blob | null>;
  drop(): Promise<void>;
};

async function hasRoom(size: number): Promise<boolean> {
  const { quota, usage } = (await globalThis.navigator?.storage?.estimate?.().catch(() => null)) ?? {};
  return quota === undefined || usage === undefined || quota - usage > size * (1 + GROWTH) + SPARE;
}

/** Keeps the copy in the browser's private file system (OPFS). */
export const importCopy = (
  folderOf: () => Promise<Folder | null> = () => ownFolder('imports'),
): ImportCopy => ({
  keep: async (importId, file) => {
    // Ignores errors, because an import also works without a copy.
    const folder = await folderOf().catch(() => null);
    if (!folder) return null;
    await emptyFolder(folder);
    try {
      if (!(await hasRoom(file.size))) return null;
      const handle = await folder.getFileHandle(importId, { create: true });
      const writing = await handle.createWritable();
      await writing.write(file);
      await writing.close();
      const copy = await handle.getFile();
      if (copy.size === file.size) return copy;
    } catch {}
    await emptyFolder(folder);
    return null;
  },
  find: async (importId) => {
    try {
      const folder = await folderOf();
      return folder ? await (await folder.getFileHandle(importId)).getFile() : null;
    } catch {
      return null;
    }
  },
  drop: async () => emptyFolder(await folderOf().catch(() => null)),
});
