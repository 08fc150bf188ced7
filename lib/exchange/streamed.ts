import type { ArticleBundle } from '../record/schema.ts';
import type { ExportAbout } from './about.ts';

/** A piece of a file. */
export type Piece = string | Uint8Array<ArrayBuffer>;

/** Writes a file piece by piece as articles arrive, so that a collection is never in memory whole. */
export type StreamWriter = (
  bundles: AsyncIterable<ArticleBundle>,
  generator: string,
  now?: Date,
  about?: ExportAbout,
) => AsyncIterable<Piece>;

async function* oneByOne(bundles: ArticleBundle[]): AsyncGenerator<ArticleBundle> {
  yield* bundles;
}

/** Makes both writers of a format that can be written piece by piece: at once and as a stream. */
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

/** Compresses the pieces by gzip (RFC 1952). */
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
