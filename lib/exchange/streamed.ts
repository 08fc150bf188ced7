import type { ArticleBundle } from '../record/schema.ts';
import type { ExportAbout } from './about.ts';

/** A piece of an exported file. */
export type Piece = string | Uint8Array<ArrayBuffer>;

/** Writes a file piece by piece while articles arrive, so that a whole collection is never in memory. */
export type StreamWriter = (
  bundles: AsyncIterable<ArticleBundle>,
  generator: string,
  now?: Date,
  about?: ExportAbout,
) => AsyncIterable<Piece>;

async function* oneByOne(bundles: ArticleBundle[]): AsyncGenerator<ArticleBundle> {
  yield* bundles;
}

/** Makes two writers from a function that writes piece by piece: one returns a stream, the other all pieces at once. */
export const streamed = (stream: StreamWriter) => ({
  stream,
  write: async (
    bundles: ArticleBundle[],
    generator: string,
    now?: Date,
    about?: ExportAbout,
  ): Promise<Piece[]> => {
    const parts: Piece[] = [];
    for await (const part of stream(oneByOne(bundles), generator, now, about)) parts.push(part);
    return parts;
  },
});

/** The length (UTF-16 units or bytes) of the pieces that are written together, because many small writes are slow. */
const TOGETHER = 2 * 2 ** 20;

/** Joins pieces of a file to blobs, which Chromium encodes and writes faster than texts and bytes. */
async function* joined(pieces: AsyncIterable<BlobPart>): AsyncGenerator<Blob> {
  let waiting: BlobPart[] = [];
  let length = 0;
  for await (const piece of pieces) {
    waiting.push(piece);
    length += typeof piece === 'string' ? piece.length : ((piece as Uint8Array).byteLength ?? 0);
    if (length < TOGETHER) continue;
    yield new Blob(waiting);
    waiting = [];
    length = 0;
  }
  yield new Blob(waiting);
}

/** Writes pieces into a file. The next pieces are made while those before are being written. */
export async function writePieces(
  write: (pieces: Blob) => Promise<unknown>,
  pieces: AsyncIterable<BlobPart>,
): Promise<void> {
  let writing: Promise<unknown> = Promise.resolve();
  for await (const blob of joined(pieces)) {
    await writing;
    writing = write(blob);
    // Keeps a failure, which is thrown at the next `await`, from counting as unhandled.
    writing.catch(() => {});
  }
  await writing;
}

/** Compresses a stream of pieces with gzip (RFC 1952). */
export async function* gzipped(pieces: AsyncIterable<Piece>): AsyncGenerator<Piece> {
  const { readable, writable } = new CompressionStream('gzip');
  const writer = writable.getWriter();
  const fill = async () => {
    for await (const blob of joined(pieces)) await writer.write(new Uint8Array(await blob.arrayBuffer()));
    await writer.close();
  };
  const filling = fill().catch((error) => writer.abort(error));
  const reader = readable.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value as Uint8Array<ArrayBuffer>;
    }
    await filling;
  } finally {
    await reader.cancel().catch(() => {});
  }
}
