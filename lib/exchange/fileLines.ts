import { ExchangeError } from './errors.ts';

/** The greatest length (UTF-16 units) of a line, or of a file without line breaks. Such a piece is read in one go. */
export const LONGEST_PIECE = 128 * 1024 * 1024;

/**
 * A compressed file may decompress to `UNPACKED_FREELY` bytes, or to `GREATEST_RATIO` times its own size where that is
 * more. Real articles shrink to a third or less, but seldom below a thirtieth. gzip itself cannot exceed 1:1,032.
 */
const UNPACKED_FREELY = 64 * 1024 * 1024;
const GREATEST_RATIO = 200;

/** The bytes of a file, decompressed where it is gzip (RFC 1952). Throws an `ExchangeError` for a ZIP. */
async function bytesOf(file: Blob): Promise<{ stream: ReadableStream<Uint8Array>; isPacked: boolean }> {
  const [first, second, third] = new Uint8Array(await file.slice(0, 3).arrayBuffer());
  if (first === 0x50 && second === 0x4b && (third === 3 || third === 5)) throw new ExchangeError('exportZip');
  const stream = file.stream() as ReadableStream<Uint8Array<ArrayBuffer>>;
  const isPacked = first === 0x1f && second === 0x8b;
  return { stream: isPacked ? stream.pipeThrough(new DecompressionStream('gzip')) : stream, isPacked };
}

const LINE_FEED = 0x0a;
/** Frees the memory of a chunk that was read. Otherwise the chunks add up until the browser frees them. */
const free = ({ buffer }: Uint8Array): void => void (buffer as { transfer?(size: 0): unknown }).transfer?.(0);

/**
 * A line of a file. `bytes`: the same line in UTF-8, valid until the next line is asked for; null where it was not in
 * memory as a whole.
 */
export type FileLine = { text: string; bytes: Uint8Array<ArrayBuffer> | null };

/**
 * Yields the lines of a file, without empty lines. Throws an `ExchangeError` where the file is not UTF-8, decompresses
 * to too much, or has a line that is too long.
 */
export async function* linesOf(file: Blob): AsyncGenerator<FileLine> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  // Decodes line by line. A string of a whole chunk would be copied for each of its lines.
  const decode = (bytes: Uint8Array | undefined, isEnd: boolean) => {
    try {
      return decoder.decode(bytes, { stream: !isEnd });
    } catch (error) {
      throw new ExchangeError('exportEncoding', String(error));
    }
  };
  const { stream, isPacked } = await bytesOf(file);
  // Does not read into memory of its own (`byob`): after some hundred megabytes of a file, Chromium 156 never answers.
  const reader = stream.getReader();
  let parts: string[] = [];
  let length = 0;
  let unpacked = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((error) => {
        // The compressed file ends too early, or is not gzip after its first bytes.
        if (isPacked) throw new ExchangeError('exportCut', String(error));
        throw error;
      });
      unpacked += value?.byteLength ?? 0;
      if (isPacked && unpacked > Math.max(UNPACKED_FREELY, file.size * GREATEST_RATIO))
        throw new ExchangeError('exportBomb');
      for (let at = 0; value; ) {
        // Skips empty lines. They have no meaning between JSON values, and a file could consist of nothing else.
        if (parts.length === 0) while (value[at] === LINE_FEED) at++;
        const end = value.indexOf(LINE_FEED, at);
        const bytes = value.subarray(at, end < 0 ? undefined : end) as Uint8Array<ArrayBuffer>;
        const part = decode(bytes, end >= 0);
        const isWhole = parts.length === 0;
        parts.push(part);
        length += part.length;
        if (end < 0) break;
        yield { text: parts.join(''), bytes: isWhole ? bytes : null };
        parts = [];
        length = 0;
        at = end + 1;
      }
      if (length > LONGEST_PIECE) throw new ExchangeError('exportTooLarge');
      if (done) break;
      free(value);
    }
    parts.push(decode(undefined, true));
    yield { text: parts.join(''), bytes: null };
  } finally {
    // Ignores the error, because cancelling a stream that has failed fails too.
    await reader.cancel().catch(() => {});
  }
}
