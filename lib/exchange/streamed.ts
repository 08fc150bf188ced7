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
