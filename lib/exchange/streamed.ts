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

/**
 * The length (UTF-16 units or bytes) of the pieces of a file that are written together, because many small writes are
 * slow.
 */
const WRITE_LENGTH = 256 * 1024;

/**
 * Writes pieces into a file, as blobs, which Chromium writes faster than bytes. The next pieces are made while those
 * before are being written.
 */
export async function writePieces(
  write: (pieces: Blob) => Promise<unknown>,
  pieces: AsyncIterable<BlobPart>,
): Promise<void> {
  let writing: Promise<unknown> = Promise.resolve();
  const put = async (parts: BlobPart[]) => {
    await writing;
    writing = write(new Blob(parts));
    // Keeps a failure, which is thrown at the next `await`, from counting as unhandled.
    writing.catch(() => {});
  };
  let waiting: BlobPart[] = [];
  let length = 0;
  for await (const piece of pieces) {
    waiting.push(piece);
    length += typeof piece === 'string' ? piece.length : ((piece as Uint8Array).byteLength ?? 0);
    if (length < WRITE_LENGTH) continue;
    await put(waiting);
    waiting = [];
    length = 0;
  }
  await put(waiting);
  await writing;
}

/** Compresses a stream of pieces with gzip (RFC 1952). */
export async function* gzipped(pieces: AsyncIterable<Piece>): AsyncGenerator<Piece> {
  const encoder = new TextEncoder();
  const { readable, writable } = new CompressionStream('gzip');
  const writer = writable.getWriter();
  const fill = async () => {
    for await (const piece of pieces)
      await writer.write(typeof piece === 'string' ? encoder.encode(piece) : piece);
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
