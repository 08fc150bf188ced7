import { type KnownFolder, noteFolder } from './folderHint.ts';
import { outsideFolder } from './outsideFolder.ts';

/** The name of the chosen folder, and whether the browser may write to it now; null where none is chosen. */
export async function knownFolder(): Promise<KnownFolder | null> {
  const now = await outsideFolder();
  noteFolder(now !== null);
  return now && { name: now.folder.name, allowed: now.allowed };
}
