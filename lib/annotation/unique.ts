import type { FoldedText } from './foldedText.ts';
import { eachPiece, tableSize } from './pieces.ts';

type Counts = { asked: number; counts: Uint8Array | null };
const countsOf = new WeakMap<FoldedText, Counts>();
/**
 * After this many calls for one text, counts all its pieces (`PIECE` characters in a row). Further answers are then
 * faster than by search.
 */
const FEW = 8;

/** Counts how often each hash occurs in a text. 2 stands for twice or more. */
function countPieces(text: string): Uint8Array {
  const counts = new Uint8Array(tableSize(text.length, 4));
  eachPiece(text, 0, text.length, (hash) => {
    const slot = hash & (counts.length - 1);
    if (counts[slot]! < 2) counts[slot]!++;
    return false;
  });
  return counts;
}

/** Whether the words between the offsets `from` and `to` occur only once in a folded (normalised) text. */
export function isUnique(text: FoldedText, from: number, to: number): boolean {
  const { folded } = text;
  const [start, end] = [Math.max(0, from), Math.min(folded.length, to)];
  const known = countsOf.get(text) ?? { asked: 0, counts: null };
  countsOf.set(text, known);
  if (++known.asked > FEW) known.counts ??= countPieces(folded);
  const { counts } = known;
  if (counts) {
    let unique = false;
    // Words occur only once if a piece of them occurs only once.
    eachPiece(folded, start, end, (hash) => {
      unique = counts[hash & (counts.length - 1)] === 1;
      return unique;
    });
    if (unique) return true;
  }
  const words = folded.slice(start, end);
  return folded.indexOf(words, folded.indexOf(words) + 1) < 0;
}
