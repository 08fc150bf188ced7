import type { Folder } from '@/lib/app/backup.ts';

/** A folder in memory, as a fake of the File System API. Writing fails while `state.full` is true. */
export function memoryFolder() {
  const files = new Map<string, Blob>();
  const state = { full: false };
  const folder = {
    keys: async function* () {
      yield* [...files.keys()];
    },
    removeEntry: async (name: string) => void files.delete(name),
    getFileHandle: async (name: string) => ({
      getFile: async () => files.get(name)!,
      createWritable: async () => {
        const parts: BlobPart[] = [];
        return {
          write: async (part: BlobPart) => {
            if (state.full) throw new DOMException('full', 'QuotaExceededError');
            parts.push(part);
          },
          close: async () => void files.set(name, new Blob(parts)),
          abort: async () => {},
        };
      },
      move: async (to: string) => {
        files.set(to, files.get(name)!);
        files.delete(name);
      },
    }),
  } as unknown as Folder;
  return { folder, files, state };
}
