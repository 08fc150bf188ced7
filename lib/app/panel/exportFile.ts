/** Receives the pieces of a file that is being written. */
export type FileSink = {
  write(piece: BlobPart): Promise<unknown>;
  /** Offers the complete file to the person as a download. */
  finish(): Promise<void>;
  /** Discards what was written so far. */
  drop(): Promise<void>;
};

/** Milliseconds for which the blob of a download is kept. The browser may go on reading it after the click. */
const READING = 60_000;
/**
 * Milliseconds after which the file of an earlier export is certainly no longer being downloaded, and may be deleted.
 */
const STALE = 3_600_000;
const FOLDER = 'exports';

/** Downloads a file. */
export function download(parts: BlobPart[], type: string, name: string): void {
  const url = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), READING);
}

type Picker = (options: { suggestedName: string }) => Promise<FileSystemFileHandle>;
const picker = (): Picker | undefined => (globalThis as { showSaveFilePicker?: Picker }).showSaveFilePicker;

async function streamSink(handle: FileSystemFileHandle, after: () => Promise<void>): Promise<FileSink> {
  const writing = await handle.createWritable();
  return {
    write: (piece) => writing.write(piece as FileSystemWriteChunkType),
    finish: async () => {
      await writing.close();
      await after();
    },
    drop: () => writing.abort(),
  };
}

/**
 * A file in the browser's private file system (OPFS), from which the person then downloads it. Null where the browser
 * has no such file system.
 */
async function ownSink(name: string, mime: string): Promise<FileSink | null> {
  try {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle(FOLDER, { create: true });
    for await (const [old, handle] of folder as unknown as AsyncIterable<[string, FileSystemFileHandle]>) {
      const { lastModified } = await handle.getFile();
      if (Date.now() - lastModified > STALE) await folder.removeEntry(old);
    }
    const own = crypto.randomUUID();
    const handle = await folder.getFileHandle(own, { create: true });
    const sink = await streamSink(handle, async () => {
      download([await handle.getFile()], mime, name);
    });
    return {
      ...sink,
      drop: async () => {
        await sink.drop();
        await folder.removeEntry(own);
      },
    };
  } catch {
    // Returns null in a private window of Firefox, which has no private file system.
    return null;
  }
}

function memorySink(name: string, mime: string): FileSink {
  let parts: BlobPart[] = [];
  return {
    // Makes a blob of each piece, because the browser can keep blobs outside of the page's memory.
    write: async (piece) => parts.push(new Blob([piece])),
    finish: async () => download(parts, mime, name),
    drop: async () => {
      parts = [];
    },
  };
}

/**
 * Opens the file of an export. A large file goes where the person chooses, in browsers that can ask. Any other file is
 * first made in the browser's private file system, or else in memory. Null where the person cancels.
 */
export async function openFile(name: string, mime: string, isLarge: boolean): Promise<FileSink | null> {
  const pick = isLarge && picker();
  if (pick)
    try {
      return await streamSink(await pick({ suggestedName: name }), async () => {});
    } catch (error) {
      if ((error as DOMException).name === 'AbortError') return null;
      // Goes on without asking where to save. The browser refuses to ask if the click was too long ago.
    }
  return (await ownSink(name, mime)) ?? memorySink(name, mime);
}
