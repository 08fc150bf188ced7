import type { Piece } from './streamed.ts';

/** A file in a ZIP: its path, with `/` as separator, and its content. */
export type ZipEntry = { path: string; content: string };
/** A file in a ZIP that is made piece by piece. */
export type ZipFile = { path: string; content: string | Blob };

/** Makes a ZIP of these files, with names in UTF-8. `now` becomes the time of each file. */
export async function zipOf(entries: ZipEntry[], now = new Date()): Promise<BlobPart> {
  const { strToU8, zipSync } = await import('fflate');
  const files = Object.fromEntries(entries.map(({ path, content }) => [path, strToU8(content)]));
  // Uses the synchronous function. The asynchronous ones start workers from a blob, which the extension's policy
  // forbids.
  return zipSync(files, { mtime: now }) as Uint8Array<ArrayBuffer>;
}

/** How many bytes of a file are read into memory and compressed at a time. */
const SLICE = 2 ** 20;

/** Makes a ZIP piece by piece, as its files arrive. */
export async function* zipPieces(entries: AsyncIterable<ZipFile>, now = new Date()): AsyncGenerator<Piece> {
  const { strToU8, Zip, ZipDeflate } = await import('fflate');
  let ready: Piece[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece as Uint8Array<ArrayBuffer>);
  });
  for await (const { path, content } of entries) {
    const file = new ZipDeflate(path);
    file.mtime = now;
    zip.add(file);
    if (typeof content === 'string') file.push(strToU8(content), true);
    else {
      for (let from = 0; from < content.size; from += SLICE) {
        file.push(new Uint8Array(await content.slice(from, from + SLICE).arrayBuffer()));
        yield* ready;
        ready = [];
      }
      file.push(new Uint8Array(), true);
    }
    yield* ready;
    ready = [];
  }
  zip.end();
  yield* ready;
}
