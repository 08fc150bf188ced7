import { Dexie, type Table } from 'dexie';
import type { Folder } from './backup.ts';

// A folder that the user has chosen for a second copy of each backup, because clearing the browser's data deletes the
// first copy. The browser may withdraw its permission for the folder, and then only a click of the user renews it.

type Permission = { mode: 'readwrite' };
/** A folder on the disk, with two methods that TypeScript's types lack. */
export type OutsideFolder = Folder & {
  name: string;
  queryPermission(what: Permission): Promise<PermissionState>;
  requestPermission(what: Permission): Promise<PermissionState>;
};
type Picking = { showDirectoryPicker?: (how: Permission & { id: string }) => Promise<OutsideFolder> };

const WRITING: Permission = { mode: 'readwrite' };

/**
 * Opens a separate database for the handle of the folder, because the folder belongs to this browser and not to the
 * collection.
 */
const chosen = async <T>(work: (table: Table<{ id: string; folder: OutsideFolder }, string>) => T) => {
  const db = new Dexie('pizhu-folder');
  db.version(1).stores({ folders: 'id' });
  try {
    return await work(db.table('folders'));
  } finally {
    db.close();
  }
};

/** Whether this browser can ask the person for a folder. */
export const canChooseFolder = (): boolean => 'showDirectoryPicker' in globalThis;

/** The chosen folder, and whether the browser may write to it now; null where none is chosen. */
export async function outsideFolder(): Promise<{ folder: OutsideFolder; allowed: boolean } | null> {
  // First checks whether the database exists, because opening it would create it.
  const all = (await globalThis.indexedDB?.databases?.()) ?? [];
  if (!all.some(({ name }) => name === 'pizhu-folder')) return null;
  const row = await chosen((table) => table.get('backups'));
  if (!row) return null;
  return { folder: row.folder, allowed: (await row.folder.queryPermission(WRITING)) === 'granted' };
}

/** Asks the person for a folder. False where the person chooses none. The browser allows this only during a click. */
export async function chooseFolder(): Promise<boolean> {
  try {
    const folder = await (globalThis as Picking).showDirectoryPicker?.({ ...WRITING, id: 'backups' });
    if (!folder) return false;
    await chosen((table) => table.put({ id: 'backups', folder }));
    return true;
  } catch (error) {
    if ((error as Error).name === 'AbortError') return false;
    throw error;
  }
}

/** Asks again for a permission that the browser has withdrawn. The browser allows this only during a click. */
export async function allowFolder(): Promise<boolean> {
  const known = await outsideFolder();
  return known !== null && (await known.folder.requestPermission(WRITING)) === 'granted';
}

/** Forgets the folder. The files in it stay. */
export async function forgetFolder(): Promise<void> {
  await chosen((table) => table.delete('backups'));
}
