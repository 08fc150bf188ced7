import { lastAtMost } from './foldedText.ts';
import { eachPiece, PIECE, tableSize } from './pieces.ts';

/**
 * The stretches that two folded (normalised) texts share, character by character. Each stretch is as long as it can be:
 * `[from, from + length)` of the first text equals `[to, to + length)` of the second. Sorted by `from`. Stretches may
 * overlap, but none lies within another. Each stretch holds `PIECE` characters in a row that each text has only once.
 * So a phrase that recurs is never matched alone, but only together with the words around it.
 */
export type Alignment = {
  from: Uint32Array;
  to: Uint32Array;
  length: Uint32Array;
  /** `byTo`: the indexes of the stretches, sorted by `to`. `sortedTo`: the values of `to` in that order. */
  byTo: Uint32Array;
  sortedTo: Uint32Array;
};

/**
 * Finds each piece (`PIECE` characters in a row) that occurs once in the first text and once in the second. The result
 * is indexed by offsets in the first text. Its values are offsets in the second text, or -1 where no such piece begins.
 */
function uniquePieces(before: string, now: string): Int32Array {
  const mask = tableSize(before.length, 2) - 1;
  const hashes = new Int32Array(mask + 1);
  /**
   * For each hash of a piece (`PIECE` characters in a row): the offset of the piece plus one, in the first text and in
   * the second. 0 means that no piece has the hash, -1 that several have it.
   */
  const first = new Int32Array(mask + 1);
  const second = new Int32Array(mask + 1);
  const slotOf = (hash: number) => {
    let slot = hash & mask;
    while (first[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  };
  eachPiece(before, 0, before.length, (hash, at) => {
    const slot = slotOf(hash);
    hashes[slot] = hash;
    first[slot] = first[slot] === 0 ? at + 1 : -1;
    return false;
  });
  eachPiece(now, 0, now.length, (hash, at) => {
    const slot = slotOf(hash);
    if (first[slot] !== 0) second[slot] = second[slot] === 0 ? at + 1 : -1;
    return false;
  });
  const places = new Int32Array(before.length).fill(-1);
  for (let slot = 0; slot <= mask; slot++)
    if (first[slot]! > 0 && second[slot]! > 0) places[first[slot]! - 1] = second[slot]! - 1;
  return places;
}

/** Aligns two folded (normalised) texts. Takes linear time, except for texts with long repetitions. */
export function align(before: string, now: string): Alignment {
  const places = uniquePieces(before, now);
  const runs: { from: number; to: number; length: number }[] = [];
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!;
    // Two different pieces may share a hash, so the letters are compared.
    if (place < 0 || !now.startsWith(before.slice(i, i + PIECE), place)) continue;
    let back = 0;
    while (back < i && back < place && before.charCodeAt(i - back - 1) === now.charCodeAt(place - back - 1))
      back++;
    let on = PIECE;
    while (i + on < before.length && before.charCodeAt(i + on) === now.charCodeAt(place + on)) on++;
    runs.push({ from: i - back, to: place - back, length: back + on });
    i += on - PIECE;
  }
  const byTo = Uint32Array.from(runs.keys()).sort((a, b) => runs[a]!.to - runs[b]!.to);
  return {
    from: Uint32Array.from(runs, ({ from }) => from),
    to: Uint32Array.from(runs, ({ to }) => to),
    length: Uint32Array.from(runs, ({ length }) => length),
    byTo,
    sortedTo: Uint32Array.from(byTo, (run) => runs[run]!.to),
  };
}

/** How many unchanged characters `placeIn` counts at most on each side of the words. */
const AROUND = 64;

/**
 * Finds the words at `[start, end)` of the first text in the second text. Also counts the unchanged characters before
 * and after them. Null where no shared stretch holds all of the words. All offsets are in folded (normalised) text.
 */
export function placeIn({ from, to, length }: Alignment, start: number, end: number) {
  let best: { at: number; before: number; after: number } | null = null;
  // No stretch lies within another, so all stretches that hold the words are neighbours in the list.
  for (let run = lastAtMost(from, start); run >= 0; run--) {
    const before = Math.min(AROUND, start - from[run]!);
    const after = Math.min(AROUND, from[run]! + length[run]! - end);
    if (after < 0) break;
    if (!best || before + after > best.before + best.after)
      best = { at: to[run]! + start - from[run]!, before, after };
  }
  return best;
}

/**
 * Whether the words at `[at, end)` of the second text match the first text, but never at offset `own`. The marked words
 * are at `own`, so the words of the second text are then others.
 */
export function belongsToOthers(
  { from, to, length, byTo, sortedTo }: Alignment,
  at: number,
  end: number,
  own: number,
) {
  let others = false;
  for (let i = lastAtMost(sortedTo, at); i >= 0; i--) {
    const run = byTo[i]!;
    if (to[run]! + length[run]! < end) break;
    if (from[run]! + at - to[run]! === own) return false;
    others = true;
  }
  return others;
}

/** Estimates where an offset of the first text lies in the second, from the last shared stretch before it. */
export function placeNear({ from, to, length }: Alignment, start: number): number | null {
  const run = lastAtMost(from, start);
  return run < 0 ? null : to[run]! + Math.min(length[run]!, start - from[run]!);
}

/**
 * Finds what is left in the second text of a passage of the first text. Null where less than half of its characters are
 * left, or where they are no longer close together.
 */
export function mapPassage({ from, to, length }: Alignment, start: number, end: number) {
  const far = (end - start) / 2 + 12;
  let run = Math.max(0, lastAtMost(from, start));
  while (run > 0 && from[run - 1]! + length[run - 1]! > start) run--;
  let kept = 0;
  let at = start;
  let first = -1;
  let last = -1;
  for (; run < from.length && from[run]! < end; run++) {
    const low = Math.max(at, from[run]!);
    const high = Math.min(end, from[run]! + length[run]!);
    if (high <= low) continue;
    const shift = to[run]! - from[run]!;
    // Parts that have moved far from each other no longer form one passage.
    if (first >= 0 && (low + shift < last || low + shift > last + far)) return null;
    if (first < 0) first = low + shift;
    last = high + shift;
    kept += high - low;
    at = high;
  }
  return first >= 0 && kept >= (end - start) / 2 ? { at: first, end: last } : null;
}

/**
 * How far from a passage (UTF-16 units) an unchanged stretch still counts as its neighbour. Neighbours show whether
 * similar words in a new text are the same passage.
 */
const BESIDE = 64;
/**
 * How many UTF-16 units of an unchanged stretch must lie outside the passage, so that the stretch counts as a
 * neighbour. A shorter part may recur by chance.
 */
const NEIGHBOUR = 8;

/**
 * Whether unchanged text from beside the passage `[start, end)` of the first text is also beside the words `[at, stop)`
 * of the second. If all of it is elsewhere, the words are probably another passage that resembles this one. Also true
 * where nothing beside the passage is unchanged, because then nothing can be compared.
 */
export function isBesideNeighbours(
  { from, to, length }: Alignment,
  { start, end }: { start: number; end: number },
  { at, stop }: { at: number; stop: number },
): boolean {
  const far = (end - start) / 2 + 8;
  let shared = false;
  const isNear = (own: number, other: number) => {
    if (own > BESIDE) return false;
    shared = true;
    return other >= 0 && Math.abs(other - own) <= far;
  };
  for (let run = lastAtMost(from, start - NEIGHBOUR); run >= 0; run--) {
    const stays = Math.min(start, from[run]! + length[run]!);
    if (start - stays > BESIDE) break;
    if (isNear(start - stays, at - (to[run]! + stays - from[run]!))) return true;
  }
  for (let run = Math.max(0, lastAtMost(from, end)); run < from.length && from[run]! <= end + BESIDE; run++) {
    if (from[run]! + length[run]! < end + NEIGHBOUR) continue;
    const stays = Math.max(end, from[run]!);
    if (isNear(stays - end, to[run]! + stays - from[run]! - stop)) return true;
  }
  return !shared;
}

/**
 * The length in UTF-16 units from which a shared stretch counts as unchanged sentences. A shorter one may be a repeated
 * phrase.
 */
const SENTENCES = 32;

/**
 * Returns the part of the second text in which a passage of the first must be: between the unchanged sentences before
 * the passage and those after it. Null where these two groups of sentences have swapped places. `whole`: the length of
 * the second text. All offsets are in folded (normalised) text.
 */
export function gapAround({ from, to, length }: Alignment, start: number, end: number, whole: number) {
  let before = lastAtMost(from, start);
  while (before >= 0 && (length[before]! < SENTENCES || from[before]! + length[before]! > start)) before--;
  let after = lastAtMost(from, end - 1) + 1;
  while (after < from.length && length[after]! < SENTENCES) after++;
  const low = before < 0 ? 0 : to[before]! + length[before]!;
  const high = after < from.length ? to[after]! : whole;
  return low <= high ? { start: low, end: high } : null;
}
