/** A folder of the browser's private file system (OPFS). Only the part of its interface that Pizhu needs. */
export type Folder = Pick<FileSystemDirectoryHandle, 'getFileHandle' | 'removeEntry'> & {
  keys(): AsyncIterableIterator<string>;
};

/**
 * A folder of Pizhu in the private file system: for backups, for files of exports under way, and for the file of an
 * unfinished import. Null where the browser has no such file system, as in private windows of Firefox.
 */
export async function ownFolder(name: 'backups' | 'exports' | 'imports'): Promise<Folder | null> {
  const storage = globalThis.navigator?.storage;
  if (!storage?.getDirectory) return null;
  // Returns null in a private window of Firefox, where the function exists but fails with a `SecurityError`.
  const root = await storage.getDirectory().catch(() => null);
  if (!root) return null;
  return (await root.getDirectoryHandle(name, { create: true })) as unknown as Folder;
}

/** Deletes the files of a folder. A file that is still being written stays. */
export async function emptyFolder(folder: Folder | null): Promise<void> {
  if (!folder) return;
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  for (const name of names) await folder.removeEntry(name).catch(() => {});
}
