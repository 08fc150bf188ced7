/**
 * Two texts are compared by their pieces, which are all sequences of this many UTF-16 units. In a Chinese text, most
 * sequences of eight units occur only once.
 */
export const PIECE = 8;

const BASE = 0x01000193;
/** `BASE ** PIECE`, for taking the oldest unit out of a rolling hash. */
const OLDEST = Array.from({ length: PIECE }, () => BASE).reduce((a, b) => Math.imul(a, b), 1);

/**
 * Calls back with the hash and the offset of each piece of a text until the callback returns true. Takes linear time.
 */
export function eachPiece(
  text: string,
  from: number,
  to: number,
  call: (hash: number, at: number) => boolean | undefined,
): void {
  let hash = 0;
  for (let i = from; i < to; i++) {
    hash = (Math.imul(hash, BASE) + text.charCodeAt(i)) | 0;
    if (i - from >= PIECE) hash = (hash - Math.imul(OLDEST, text.charCodeAt(i - PIECE))) | 0;
    if (i - from >= PIECE - 1 && call(hash ^ (hash >>> 15), i - PIECE + 1)) return;
  }
}

/** The size of a hash table for `pieces`: a power of two with at least `room` slots for each. */
export const tableSize = (pieces: number, room: number): number =>
  2 ** Math.ceil(Math.log2(pieces * room + 64));
