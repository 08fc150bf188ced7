/** The name of the folder for copies of backups, and whether the browser allows writing to it now. */
export type KnownFolder = { name: string; allowed: boolean };

const KEY = 'backupFolder';

/**
 * Whether the person has chosen a folder for copies of backups. It is kept in `localStorage` too, which answers at once,
 * so that a page waits for the folder only where there is one.
 */
export const hasFolder = (): boolean => localStorage.getItem(KEY) !== null;

/** Stores whether there is a chosen folder, so that `hasFolder` can answer. */
export function noteFolder(isThere: boolean): void {
  if (isThere) localStorage.setItem(KEY, 'yes');
  else localStorage.removeItem(KEY);
}
